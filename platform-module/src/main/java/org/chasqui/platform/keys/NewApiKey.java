package org.chasqui.platform.keys;

/**
 * A key that has just been made.
 *
 * @param secret shown this once, never again
 */
public record NewApiKey(ApiKeyView key, String secret) {
    /** Without the secret, which must not slip into a log. */
    @Override
    public String toString() {
        return "NewApiKey[key=" + key.prefix() + "…]";
    }
}
