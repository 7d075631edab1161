package org.chasqui.platform.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;

/** Where Graph is and what our app is called there. */
@ApplicationScoped
public class GraphConfig {
    /** Base of all Graph calls with the version and without a trailing slash, for example {@code https://graph.facebook.com/v24.0}. */
    public URI baseUrl() {
        throw new UnsupportedOperationException("to follow");
    }

    /** Secrets that webhooks may be signed with: the current one first, then, during a rotation, the previous one. */
    public List<byte[]> appSecrets() {
        throw new UnsupportedOperationException("to follow");
    }

    /** What Meta sends as {@code hub.verify_token} when it checks our webhook address. */
    public String verifyToken() {
        throw new UnsupportedOperationException("to follow");
    }

    /** Whether the built-in sandbox plays Meta. */
    public boolean isSandbox() {
        throw new UnsupportedOperationException("to follow");
    }
}
