package org.chasqui.api.botmaker.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of this dialect: one of the webhooks, and what only this dialect knows of it.
 *
 * @param webhookId our id of the endpoint
 * @param channels our ids of the numbers that it hears of; never empty. The webhook itself hears of all, because what a
 *     person or an account has to tell is news of no number
 * @param token sent in the header {@code auth-bm-token}; null for none
 */
public record Subscription(
        UUID webhookId,
        UUID workspaceId,
        Kind kind,
        List<UUID> channels,
        @Nullable String token,
        Switches switches,
        Instant createdAt) {
    public Subscription {
        channels = List.copyOf(channels);
    }

    /** The format of endpoints of this dialect. */
    public static final String FORMAT = "botmaker";

    /** The header that the token is sent in (seed 002). */
    public static final String HEADER = "auth-bm-token";

    /** Without the token. */
    @Override
    public String toString() {
        return "Subscription[" + webhookId + ", " + kind + "]";
    }
}
