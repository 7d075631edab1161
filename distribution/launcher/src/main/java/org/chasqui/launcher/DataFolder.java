package org.chasqui.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that holds all that must survive, locked while this process lives: {@code database}, {@code broker},
 * {@code secrets.properties}, {@code logs}, and what can be made again: {@code runtime}, {@code server}, {@code tmp}.
 */
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Makes the folder, if need be, and locks it.
     *
     * @throws StartRefused when it cannot be written, or another process uses it
     */
    static DataFolder open(Path root) {
        try {
            Files.createDirectories(root);
            if (!Files.isWritable(root)) {
                throw notWritable(root, null);
            }
            ownerOnly(root, "rwx------");
            return lock(root);
        } catch (IOException e) {
            throw notWritable(root, e);
        }
    }

    private static DataFolder lock(Path root) throws IOException {
        Path file = root.resolve(".lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw new StartRefused("the data folder " + root + " is in use by another Chasqui"
                    + (holder.isEmpty() ? "" : " (process " + holder + ")")
                    + ". Stop that one, or set CHASQUI_DATA_DIR to another folder.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new DataFolder(root, channel);
    }

    private static StartRefused notWritable(Path root, @Nullable IOException cause) {
        String sentence = "the data folder " + root + " is not writable for user " + System.getProperty("user.name")
                + ". Give that user the folder, or set CHASQUI_DATA_DIR to another one.";
        return cause == null ? new StartRefused(sentence) : new StartRefused(sentence, cause);
    }

    Path root() {
        return root;
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    /** The folder, without what an earlier run left in it. */
    Path emptyFolder(String name) throws IOException {
        Folders.delete(root.resolve(name));
        return folder(name);
    }

    /** A password that was made at random at the first start, and is only in a file that its owner alone can read. */
    String secret(String name) throws IOException {
        Path file = root.resolve("secrets.properties");
        var secrets = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                secrets.load(in);
            }
        }
        String known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        secrets.setProperty(name, made);
        Path draft = root.resolve("secrets.properties.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft);
        ownerOnly(draft, "rw-------");
        try (var out = Files.newOutputStream(draft)) {
            secrets.store(out, "Made by Chasqui at the first start; the database and the broker know these passwords.");
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        return made;
    }

    private static void ownerOnly(Path path, String permissions) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        // A file system without permissions has none to tighten.
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }

    /** Lets the next process in. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
