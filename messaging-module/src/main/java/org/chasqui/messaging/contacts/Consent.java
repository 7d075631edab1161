package org.chasqui.messaging.contacts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about messages of a category.
 *
 * @param contactId who
 * @param category template category in lower case, {@code service}, or {@link #ALL}
 * @param optedOut whether he does not want them
 * @param source how we know: keyword, meta, api, import, dashboard
 * @param detail the words, as far as they are worth keeping; null when there are none
 * @param at when he said it
 */
public record Consent(
        UUID contactId,
        String category,
        boolean optedOut,
        String source,
        @Nullable String detail,
        Instant at) {
    /** Every category. */
    public static final String ALL = "all";

    /** What people mean who write STOP, and what Meta's own preference is about. */
    public static final String MARKETING = "marketing";
}
