package org.chasqui.campaigns.campaigns;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was decided about a campaign, by a person or by itself.
 *
 * @param actor who decided; null when the campaign did
 * @param reason why, in one word; null when there is nothing to say
 * @param detail the same in a sentence
 * @param done how many recipients nothing was left to send to
 */
public record StoryEntry(
        Instant at,
        What what,
        @Nullable String actor,
        @Nullable String reason,
        @Nullable String detail,
        long done) {
    /** What happened. The names are stored. */
    public enum What {
        SCHEDULED,
        STARTED,
        PAUSED,
        RESUMED,
        RETRIED,
        /** It runs, and waits at Meta's limit of people. */
        LIMITED,
        /** It goes on after that. */
        UNLIMITED,
        FINISHED,
        CANCELLED;

        /** As it is stored, and printed. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether customers are told: as the event {@code campaign.<wireName>}. */
        boolean isEvent() {
            return this == STARTED || this == PAUSED || this == RESUMED || this == FINISHED || this == CANCELLED;
        }
    }
}
