package org.chasqui.sandbox;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.chasqui.sandbox.world.PrivateFiles;

/** The sandbox's app: made once at random and kept in {@code credentials.properties}, readable by its owner only. */
record Credentials(
        String appId, String appSecret, String verifyToken, String token, String wabaId, String phoneNumberId) {

    private static final String FILE = "credentials.properties";

    /**
     * Reads the credentials of this folder, or makes them. Of several processes that make them at once, one wins and all
     * read its values.
     *
     * @throws IOException when the folder cannot be written or the file is damaged
     */
    static Credentials of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            PrivateFiles.createFolder(folder);
            makeInTurn(file);
        }
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            values.load(in);
        }
        return new Credentials(
                value(values, file, "app-id"),
                value(values, file, "app-secret"),
                value(values, file, "verify-token"),
                value(values, file, "token"),
                value(values, file, "waba-id"),
                value(values, file, "phone-number-id"));
    }

    /** A file lock is between processes; within one, this class is. */
    private static synchronized void makeInTurn(Path file) throws IOException {
        Path turn = file.resolveSibling(FILE + ".lock");
        // Deleted under the hands of those who wait for it: once they have it, the credentials are there.
        try (FileChannel channel = FileChannel.open(
                turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            channel.lock();
            if (!Files.exists(file)) {
                make(file);
            }
        }
    }

    private static void make(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        Properties values = new Properties();
        values.setProperty("app-id", digits(random));
        values.setProperty("app-secret", hex(random, 16));
        values.setProperty("verify-token", hex(random, 16));
        values.setProperty("token", "EAA" + hex(random, 48));
        values.setProperty("waba-id", digits(random));
        values.setProperty("phone-number-id", digits(random));
        Path fresh = file.resolveSibling(FILE + "." + hex(random, 6));
        try (Writer out = Files.newBufferedWriter(PrivateFiles.create(fresh))) {
            values.store(out, "The app that the sandbox plays. Delete the whole folder to start anew.");
        }
        // Moved when it is complete: who finds it need not wait for its end.
        Files.move(fresh, file);
    }

    private static String value(Properties values, Path file, String key) throws IOException {
        String value = values.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IOException(file + " has no " + key + "; delete the folder " + file.getParent()
                    + " to start with a fresh sandbox");
        }
        return value;
    }

    private static String digits(SecureRandom random) {
        return Long.toString(random.nextLong(100_000_000_000_000L, 999_999_999_999_900L));
    }

    private static String hex(SecureRandom random, int bytes) {
        byte[] raw = new byte[bytes];
        random.nextBytes(raw);
        return HexFormat.of().formatHex(raw);
    }
}
