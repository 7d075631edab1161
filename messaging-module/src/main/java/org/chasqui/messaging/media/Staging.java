package org.chasqui.messaging.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes streams of unknown length to disk, with a bound, and computes their digest on the way. */
@ApplicationScoped
class Staging {
    private static final int BUFFER = 64 * 1024;

    @Inject
    MediaConfig config;

    /** More bytes came than are allowed. */
    static final class TooLarge extends IOException {
        TooLarge(long most) {
            super("more than " + most + " bytes");
        }
    }

    /**
     * Writes a stream to a temporary file that is on the disk when this returns.
     *
     * @param most bytes
     * @throws TooLarge when there are more; then nothing stays behind
     */
    StagedFile stage(InputStream in, long most) throws IOException {
        var path = Files.createTempFile(config.stagingFolder(), "in-", ".part");
        boolean whole = false;
        try (var out = FileChannel.open(path, StandardOpenOption.WRITE)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new TooLarge(most);
                }
                digest.update(buffer, 0, read);
                write(out, buffer, read);
            }
            out.force(true);
            whole = true;
            return new StagedFile(path, HexFormat.of().formatHex(digest.digest()), size);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void write(FileChannel out, byte[] bytes, int length) throws IOException {
        var left = ByteBuffer.wrap(bytes, 0, length);
        while (left.hasRemaining()) {
            out.write(left);
        }
    }
}
