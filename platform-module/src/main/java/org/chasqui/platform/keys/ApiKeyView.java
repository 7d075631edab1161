package org.chasqui.platform.keys;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param prefix the first characters of the secret, to recognise it by
 * @param scopes what the key may do; {@code *} is everything, empty is nothing
 * @param phoneNumberId our id of the only number that the key may use; null for all numbers of the workspace
 * @param expiresAt null when the key does not expire
 * @param revokedAt null while the key is valid
 * @param lastUsedAt exact to about a minute; null when never used
 * @param createdBy e-mail of the person, or name of the key, that made it
 */
public record ApiKeyView(
        UUID id,
        UUID workspaceId,
        String name,
        KeyKind kind,
        String prefix,
        Set<String> scopes,
        @Nullable UUID phoneNumberId,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        String createdBy) {
    /** Whether the key is neither revoked nor expired. */
    public boolean isValid(Instant now) {
        return revokedAt == null && !isExpired(now);
    }

    /** Whether the key was given an end, and that end has come. */
    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Whether the key may do what a scope stands for. */
    public boolean has(String scope) {
        return scopes.contains("*") || scopes.contains(scope);
    }
}
