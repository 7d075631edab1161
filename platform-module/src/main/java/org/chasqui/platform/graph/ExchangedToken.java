package org.chasqui.platform.graph;

import org.jspecify.annotations.Nullable;

/**
 * What Graph gives for the code of its login window.
 *
 * @param expiresIn how many seconds the token is valid; null for one that does not expire
 */
public record ExchangedToken(
        String accessToken,
        @Nullable String tokenType,
        @Nullable Long expiresIn) {
    /** Without the token. */
    @Override
    public String toString() {
        return "ExchangedToken[expiresIn=" + expiresIn + "]";
    }
}
