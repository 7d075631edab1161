package org.chasqui.api.graph.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Meta's signature of a webhook: HMAC-SHA256 over the bytes of the body, keyed with the text of the app's secret.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads">Meta, validate
 *     payloads</a>
 */
final class HubSignature {
    static final String HEADER = "X-Hub-Signature-256";

    private static final String ALGORITHM = "HmacSHA256";

    private HubSignature() {}

    /** The value of the header. */
    static String of(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }
}
