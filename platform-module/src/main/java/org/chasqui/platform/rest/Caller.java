package org.chasqui.platform.rest;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.jspecify.annotations.Nullable;

/** Who calls: the API key of the current request. */
@RequestScoped
public class Caller {
    private @Nullable ApiKeyView key;
    private @Nullable UUID reservedId;

    /** The workspace that the key belongs to. */
    public UUID workspaceId() {
        return key().workspaceId();
    }

    /** The id of the key. */
    public UUID keyId() {
        return key().id();
    }

    /** The name that the key was given. */
    public String keyName() {
        return key().name();
    }

    /** When the key ends; empty when it does not. */
    public Optional<Instant> keyExpiresAt() {
        return Optional.ofNullable(key().expiresAt());
    }

    /** Whether the key holds a scope. */
    public boolean has(String scope) {
        return key().has(scope);
    }

    /** Our id of the only number that the key may use; empty when it may use all numbers of its workspace. */
    public Optional<UUID> onlyNumber() {
        return Optional.ofNullable(key().phoneNumberId());
    }

    /** Whether the key may use a number of its workspace. */
    public boolean mayUse(UUID phoneNumberId) {
        return onlyNumber().map(phoneNumberId::equals).orElse(true);
    }

    /**
     * The id reserved together with the request's {@code Idempotency-Key}: what the request creates takes this id, so
     * that running the same request again after a crash finds what the first run wrote. Empty without the header.
     */
    public Optional<UUID> reservedId() {
        return Optional.ofNullable(reservedId);
    }

    void is(ApiKeyView authenticated) {
        key = authenticated;
    }

    void reserve(UUID id) {
        reservedId = id;
    }

    private ApiKeyView key() {
        if (key == null) {
            throw new RequestFailed(FailureCode.INVALID_API_KEY, CallerFilter.HOW);
        }
        return key;
    }
}
