package org.chasqui.web.webhooks;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** A secret that has just been made, for the one page that shows it. */
public final class ShownSecret implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String KEY = "org.chasqui.web.webhooks.secret";

    private final String webhookId;
    private final String secret;
    private final boolean rotated;

    ShownSecret(String webhookId, String secret, boolean rotated) {
        this.webhookId = webhookId;
        this.secret = secret;
        this.rotated = rotated;
    }

    /** Keeps it for the next page and for no other. */
    static void keep(ShownSecret secret) {
        Faces.setFlashAttribute(KEY, secret);
    }

    /** The one that the request before this one has made for an endpoint; null on every other page. */
    static @Nullable ShownSecret of(String webhookId) {
        ShownSecret kept = Faces.getFlashAttribute(KEY);
        return kept != null && kept.webhookId.equals(webhookId) ? kept : null;
    }

    public String getSecret() {
        return secret;
    }

    /** Whether there was one before it, which still signs along. */
    public boolean isRotated() {
        return rotated;
    }
}
