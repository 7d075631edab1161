package org.chasqui.messaging.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.chasqui.messaging.multipart.MultipartForm;
import org.chasqui.platform.migrations.DatabaseReady;

/** Writes streams of unknown length to disk, with a bound, and computes their digest on the way. */
@ApplicationScoped
class Staging {
    private static final int BUFFER = 64 * 1024;

    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final Logger LOG = System.getLogger(Staging.class.getName());

    @Inject
    MediaConfig config;

    @Inject
    Clock clock;

    /** More bytes came than are allowed. */
    static final class TooLarge extends IOException {
        TooLarge(long most) {
            super("more than " + most + " bytes");
        }
    }

    /** Removes what an earlier process was still receiving when it died. Another node may be receiving just now. */
    void tidy(@Observes DatabaseReady ready) {
        try {
            removeAbandoned(config.stagingFolder(), "*.part");
            removeAbandoned(Path.of(System.getProperty("java.io.tmpdir")), MultipartForm.FILES);
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "a folder for arriving files could not be tidied", failed);
        }
    }

    private void removeAbandoned(Path folder, String names) throws IOException {
        var old = clock.instant().minus(ABANDONED);
        try (var files = Files.newDirectoryStream(folder, names)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
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
