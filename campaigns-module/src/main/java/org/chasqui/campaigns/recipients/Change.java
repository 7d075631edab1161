package org.chasqui.campaigns.recipients;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recipient who has gone from one state into another.
 *
 * @param whyBefore why he had failed or was skipped, in one word; null when neither, or when nothing is known
 * @param why the same of the state after
 */
record Change(
        UUID campaignId,
        RecipientState from,
        RecipientState to,
        @Nullable String whyBefore,
        @Nullable String why) {
    /** The word of a row of {@code cmp_recipient} in SQL: Meta's code of a failure, the reason of a skip. */
    static final String WORD = "case when state = 7 then error_code::text when state = 21 then reason end";
}
