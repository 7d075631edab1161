package org.chasqui.api.graph.webhooks;

import org.chasqui.api.notices.BodyMac;

/**
 * Meta's signature of a webhook.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads">Meta, validate
 *     payloads</a>
 */
final class HubSignature {
    static final String HEADER = "X-Hub-Signature-256";

    private HubSignature() {}

    /** The value of the header. */
    static String of(String secret, byte[] body) {
        return "sha256=" + BodyMac.of(secret, body);
    }
}
