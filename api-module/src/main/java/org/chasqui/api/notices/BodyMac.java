package org.chasqui.api.notices;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the signatures of Meta and 360dialog have in common: HMAC-SHA256 over the body, keyed with the text of the secret. */
public final class BodyMac {
    private static final String ALGORITHM = "HmacSHA256";

    private BodyMac() {}

    /** In hexadecimal. */
    public static String of(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }
}
