package org.chasqui.api.botmaker.subscriptions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of this dialect: one of the webhooks, and what only this dialect knows of it.
 *
 * @param webhookId our id of the endpoint
 * @param token sent in the header {@code auth-bm-token}; null for none
 */
public record Subscription(
        UUID webhookId,
        UUID workspaceId,
        Kind kind,
        @Nullable String token,
        Switches switches,
        Instant createdAt) {
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
