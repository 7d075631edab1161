package org.chasqui.messaging.bots;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has a conversation: its number's bot, a person, or nobody in particular.
 *
 * @param by who has it now
 * @param botId the bot of its number; null when none is linked
 * @param autoreply whether automatic answers are allowed in it
 * @param since when a person got it; null while none has it
 * @param until when it goes back to the bot by itself; null when it does not
 * @param cause how a person got it; null while none has it
 * @param assignee e-mail of the person who should answer; null for whoever is there
 * @param note what that person should know; null for nothing
 */
public record Handling(
        By by,
        @Nullable UUID botId,
        boolean autoreply,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Cause cause,
        @Nullable String assignee,
        @Nullable String note) {

    /** Who has it. */
    public enum By {
        /** Its number's bot answers. */
        BOT,
        /** A person answers. */
        PERSON,
        /** No bot is linked, or automatic answers are switched off. */
        NOBODY;

        /** As the API writes it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a person got it. */
    public enum Cause {
        /** A rule said so. */
        RULE,
        /** The AI or the customer's server said so. */
        BOT,
        /** The AI or the customer's server could not answer. */
        FAILURE,
        /** Somebody wrote in it: in the Inbox, in the Business app, or through the API. */
        WRITTEN,
        /** Somebody took it or gave it to somebody. */
        ASSIGNED;

        /** As the API writes it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
