package org.chasqui.messaging.messages;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages to which something happened within a span of time, whenever they were accepted here.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record Happened(What what, Instant from, Instant until) {
    /**
     * What can happen to a message of ours. Who counts takes the time from {@link #at}, who lists rows from the column: both
     * are here, so that a count has its rows.
     */
    public enum What {
        /** Meta took it. Of a call whose answer was lost Meta's first word is the status {@code sent}. */
        TAKEN,
        /** It was on the person's device. */
        DELIVERED,
        /** It failed and stands as failed: a delivery takes that back. */
        FAILED;

        /** As addresses of pages write it, in lower case. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads such a word; empty when there is no such thing. */
        public static Optional<What> ofWireName(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.wireName().equals(word))
                    .findFirst();
        }

        /** When it happened by what is known; null when it did not. */
        public @Nullable Instant at(Milestones known) {
            return switch (this) {
                case TAKEN -> known.acceptedAt() == null ? known.sentAt() : known.acceptedAt();
                case DELIVERED -> known.deliveredAt();
                case FAILED -> known.failedAt();
            };
        }

        /** The same of a message {@code m}, as SQL. */
        private String column() {
            return switch (this) {
                case TAKEN -> "coalesce(m.accepted_at, m.sent_at)";
                case DELIVERED -> "m.delivered_at";
                case FAILED -> "case when m.status = " + MessageStatus.FAILED.code() + " then m.failed_at end";
            };
        }
    }

    /** As SQL about a message {@code m}, with a question mark for the beginning and one for the end. */
    String condition() {
        return "m.direction = " + Direction.OUTBOUND.code() + " and " + what.column() + " >= ? and " + what.column()
                + " < ?";
    }
}
