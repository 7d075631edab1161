package org.chasqui.messaging.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

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

    /**
     * Keeps an upload.
     *
     * @return what is kept under its id: this one, or the same from a try before, whose answer was lost
     * @throws RequestFailed IDEMPOTENCY_CONFLICT when that try had other bytes
     */
    @Transactional
    public MediaView add(MediaView media, StagedFile file) throws IOException {
        rows.lockBytes(file.sha256());
        var kept = rows.insert(media)
                ? media
                : rows.find(media.workspaceId(), media.id()).orElse(media);
        if (!file.sha256().equals(kept.sha256())) {
            throw new RequestFailed(
                    FailureCode.IDEMPOTENCY_CONFLICT,
                    "This Idempotency-Key was used with another file: take a new key for a new file.");
        }
        store.put(file);
        return kept;
    }

    /** Removes a file; its bytes stay until {@link #removeBytes}, which is another transaction. */
    @Transactional
    public void remove(MediaView media) {
        rows.delete(media);
    }

    /** Removes bytes that no row has any more. Who writes a row with the same bytes at the same time waits, or was waited for. */
    @Transactional
    public void removeBytes(String sha256) {
        rows.lockBytes(sha256);
        if (rows.isWanted(sha256)) {
            return;
        }
        try {
            store.remove(sha256);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Lets a file go that has been kept long enough: its row stays without bytes. The bytes themselves go by {@link
     * #removeBytes}, in another transaction, so that no row ever names bytes that are not there.
     *
     * @return whether it had any
     */
    @Transactional
    public boolean expire(UUID id) {
        return rows.expire(id);
    }
}
