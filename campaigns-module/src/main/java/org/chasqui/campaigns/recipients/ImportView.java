package org.chasqui.campaigns.recipients;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is, or was, read into a campaign.
 *
 * @param status reading, finished or broken
 * @param rows rows read until now, without the header
 * @param added people who can be written to
 * @param skipped rows that cannot be used, duplicates included
 * @param problem why the file could not be read to its end; null when it could, or is still read
 * @param firstPosition place on the list of its first row
 * @param lastPosition place of its last row; null while it is read
 */
public record ImportView(
        UUID id,
        UUID campaignId,
        String status,
        long rows,
        long added,
        long skipped,
        @Nullable String problem,
        Instant startedAt,
        @Nullable Instant endedAt,
        long firstPosition,
        @Nullable Long lastPosition) {
    static final String READING = "reading";

    /** Whether it is not at its end yet. */
    public boolean isReading() {
        return status.equals(READING);
    }
}
