package org.chasqui.platform.keys;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a key.
 *
 * @param name 1 to 100 characters
 * @param scopes empty for a key that may do nothing yet
 * @param phoneNumberId our id of the only number that the key may use; null for all
 * @param expiresAt null for a key that does not expire
 * @param createdBy e-mail of the person, or name of the key, that asks
 */
public record CreateApiKey(
        UUID workspaceId,
        String name,
        KeyKind kind,
        Set<String> scopes,
        @Nullable UUID phoneNumberId,
        @Nullable Instant expiresAt,
        String createdBy) {}
