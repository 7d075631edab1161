package org.chasqui.messaging.media;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where bytes are kept, by their SHA-256. What is put under a digest never changes, so putting it again does nothing. All nodes
 * must see the same store.
 */
interface MediaStore {
    /**
     * Takes a file over; afterwards it is durable, and the staged file is gone.
     *
     * @throws IOException when it could not be kept; the staged file may be there still
     */
    void put(StagedFile file) throws IOException;

    /**
     * The bytes.
     *
     * @throws java.nio.file.NoSuchFileException when nothing is there under this digest
     */
    InputStream open(String sha256) throws IOException;

    /** Forgets the bytes; those that are not there are no mistake. */
    void remove(String sha256) throws IOException;
}
