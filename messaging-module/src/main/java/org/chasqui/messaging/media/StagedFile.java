package org.chasqui.messaging.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that have been received and are not kept yet. Closing it removes what is left of it.
 *
 * @param path a temporary file
 * @param sha256 in hexadecimal
 * @param size bytes
 */
record StagedFile(Path path, String sha256, long size) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
