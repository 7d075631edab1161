package org.chasqui.platform.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** Who calls: the API key of the current request. */
@RequestScoped
public class Caller {
    /** The workspace that the key belongs to. */
    public UUID workspaceId() {
        throw new UnsupportedOperationException("to follow");
    }

    /** The id of the key. */
    public UUID keyId() {
        throw new UnsupportedOperationException("to follow");
    }

    /** The name that the key was given. */
    public String keyName() {
        throw new UnsupportedOperationException("to follow");
    }

    /** Whether the key holds a scope. */
    public boolean has(String scope) {
        throw new UnsupportedOperationException("to follow");
    }

    /**
     * The id reserved together with the request's {@code Idempotency-Key}: what the request creates takes this id, so
     * that running the same request again after a crash finds what the first run wrote. Empty without the header.
     */
    public Optional<UUID> reservedId() {
        throw new UnsupportedOperationException("to follow");
    }
}
