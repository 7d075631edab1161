package org.chasqui.api.waabot;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who has signed in.
 *
 * @param userAgent the program, as it calls itself; null when it does not
 * @param renewedAt when an access token was last made for it
 */
record Session(
        UUID id,
        UUID workspaceId,
        UUID userId,
        @Nullable String userAgent,
        Instant createdAt,
        Instant renewedAt,
        Instant expiresAt) {}
