package org.chasqui.messaging.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * Changes rows and bytes together. Bytes are put before the row is committed and removed after the last row is: a crash in
 * between leaves bytes that nobody asks for, never a row without bytes.
 */
@ApplicationScoped
class MediaWriter {
    @Inject
    MediaRows rows;

    @Inject
    MediaStore store;

    /** Keeps an upload. */
    @Transactional
    public void add(MediaView media, StagedFile file) throws IOException {
        rows.lockBytes(file.sha256());
        store.put(file);
        rows.insert(media);
    }

    /** Removes a file, and its bytes when no other row has them. */
    @Transactional
    public void remove(MediaView media) {
        var sha256 = media.sha256();
        if (sha256 != null) {
            rows.lockBytes(sha256);
        }
        if (rows.delete(media) && sha256 != null) {
            removeBytes(sha256);
        }
    }

    /**
     * Lets the bytes of a file go that has been kept long enough; its row stays.
     *
     * @return whether it had any
     */
    @Transactional
    public boolean expire(UUID id, String sha256) {
        rows.lockBytes(sha256);
        if (!rows.expire(id)) {
            return false;
        }
        if (!rows.isWanted(sha256)) {
            removeBytes(sha256);
        }
        return true;
    }

    private void removeBytes(String sha256) {
        try {
            store.remove(sha256);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
