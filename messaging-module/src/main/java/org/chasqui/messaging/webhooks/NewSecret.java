package org.chasqui.messaging.webhooks;

/**
 * An endpoint with its new secret, which is told once.
 *
 * @param secret {@code whsec_…}
 */
public record NewSecret(WebhookView webhook, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "NewSecret[webhook=" + webhook.id() + "]";
    }
}
