package org.chasqui.messaging.bots;

import org.jspecify.annotations.Nullable;

/**
 * What a bot says where no rule decides. Each is a text with spintax and placeholders ({@link Spintax}).
 *
 * @param welcome to who writes for the first time, before anything else; null for none
 * @param fallback to who wrote something that no rule matches ({@code default_msg} of seed 001); null for none
 * @param fallbackOn whether the fallback is said ({@code send_default_msg} of seed 001); the text outlives a pause
 * @param away to who writes outside of the bot's hours; null for none
 */
public record BotMessages(
        @Nullable String welcome,
        @Nullable String fallback,
        boolean fallbackOn,
        @Nullable String away) {
    /** The default of seed 001. */
    public static final String SEED_FALLBACK = "{Hi|Hello} [name] your message has no keyword here.";

    /** Nothing to say. */
    public static final BotMessages NONE = new BotMessages(null, null, true, null);
}
