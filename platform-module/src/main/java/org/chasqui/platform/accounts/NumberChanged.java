package org.chasqui.platform.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that people watch of a number has changed, or Meta has told something about it. Fired as a synchronous CDI
 * event in the transaction of the change.
 *
 * @param number the number after the change
 * @param held why it does not send; null when nothing that we know keeps it from sending
 * @param what changed
 * @param before in Meta's words; null when it was unknown, or when Meta told something that is no change of state
 * @param after in Meta's words; null when it is unknown now
 * @param source {@code webhook} or {@code check} (Graph was asked)
 * @param field the webhook's field in Meta's words; null when none told it
 * @param value the webhook's value; null when none told it
 * @param at when we learnt of it
 */
public record NumberChanged(
        SenderNumber number,
        @Nullable String held,
        What what,
        @Nullable String before,
        @Nullable String after,
        String source,
        @Nullable String field,
        @Nullable JsonNode value,
        Instant at) {
    /** What people watch of a number. */
    public enum What {
        /** Meta's status of the number. */
        STATUS,
        /** Whether we send for it, and if not, why. */
        SENDING,
        QUALITY,
        /** How many people may be written to in 24 hours. */
        LIMIT,
        THROUGHPUT,
        NAME,
        NAME_STATUS;

        /** As it is stored and printed: {@code name_status}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
