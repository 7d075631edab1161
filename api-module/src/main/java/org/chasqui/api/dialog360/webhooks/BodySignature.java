package org.chasqui.api.dialog360.webhooks;

import java.util.Map;
import org.chasqui.api.notices.BodyMac;

/**
 * The signature that 360dialog puts beside a notification: HMAC-SHA256 of the body, in hexadecimal. What is the platform secret
 * there is the secret of the webhook here, all of its text.
 *
 * @see <a href="https://docs.360dialog.com/partner/onboarding/webhook-events-and-setup/signature-validation">360dialog, signature
 *     validation</a>
 */
public final class BodySignature {
    private static final String HEADER = "x-360dialog-signature";

    private BodySignature() {}

    /** The header of a body. */
    public static Map<String, String> header(String secret, byte[] body) {
        return Map.of(HEADER, BodyMac.of(secret, body));
    }
}
