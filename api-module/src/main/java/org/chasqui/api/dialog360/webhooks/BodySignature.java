package org.chasqui.api.dialog360.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature that 360dialog puts beside a notification: HMAC-SHA256 of the body, in hexadecimal. What is the platform secret
 * there is the secret of the webhook here, all of its text.
 *
 * @see <a href="https://docs.360dialog.com/partner/onboarding/webhook-events-and-setup/signature-validation">360dialog, signature
 *     validation</a>
 */
public final class BodySignature {
    private static final String HEADER = "x-360dialog-signature";
    private static final String ALGORITHM = "HmacSHA256";

    private BodySignature() {}

    /** The header of a body. */
    public static Map<String, String> header(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Map.of(HEADER, HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }
}
