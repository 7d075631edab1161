package org.chasqui.messaging.bots;

import org.jspecify.annotations.Nullable;

/**
 * A bot as it shall be. In a change, what is null stays.
 *
 * @param name 1 to 100 characters
 * @param aiKey a key for the AI; empty to forget the one that is kept
 * @param externalSecret the secret that posts to the external bot are signed with; empty to have a new one made
 * @param by who wishes it: e-mail of a person, or name of a key
 */
public record BotWish(
        @Nullable String name,
        @Nullable BotKind kind,
        @Nullable Boolean active,
        @Nullable BotSettings settings,
        @Nullable AiSettings ai,
        @Nullable String aiKey,
        @Nullable ExternalBotSettings external,
        @Nullable String externalSecret,
        String by) {

    /** Other settings, nothing else. */
    public static BotWish of(BotSettings settings, String by) {
        return new BotWish(null, null, null, settings, null, null, null, null, by);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "BotWish[name=" + name + "]";
    }
}
