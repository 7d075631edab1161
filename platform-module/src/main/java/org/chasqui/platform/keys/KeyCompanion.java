package org.chasqui.platform.keys;

import java.util.Optional;

/** Gives keys of a kind what clients of that kind need beside the secret: a port, one bean for each kind that needs it. */
public interface KeyCompanion {
    /** Whose keys it goes with. */
    KeyKind kind();

    /** What goes with a key that has just been made; empty when there is nothing for it. */
    Optional<Credentials> of(ApiKeyView key);

    /**
     * The credentials of the one number that the key is for.
     *
     * @param sessionId names the number
     * @param accessToken proves that it may be used
     */
    record Credentials(String sessionId, String accessToken) {
        /** Without the secrets. */
        @Override
        public String toString() {
            return "Credentials[]";
        }
    }
}
