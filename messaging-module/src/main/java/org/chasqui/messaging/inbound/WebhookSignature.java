package org.chasqui.messaging.inbound;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Meta's signature: {@code X-Hub-Signature-256: sha256=<hex HMAC-SHA256 of the raw body with the app secret>}
 * (Meta, Cloud API reference). It is checked over the raw bytes before anything is parsed, and in constant time.
 */
final class WebhookSignature {
    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HEX_LENGTH = 64;

    private WebhookSignature() {}

    /** Whether the body is signed with one of the secrets; there are two while a secret is being changed. */
    static boolean isValid(byte[] body, @Nullable String header, List<byte[]> secrets) {
        if (header == null || !header.startsWith(PREFIX) || header.length() != PREFIX.length() + HEX_LENGTH) {
            return false;
        }
        byte[] given;
        try {
            given = HexFormat.of().parseHex(header.substring(PREFIX.length()));
        } catch (IllegalArgumentException noHex) {
            return false;
        }
        boolean valid = false;
        for (var secret : secrets) {
            valid |= MessageDigest.isEqual(hmac(body, secret), given);
        }
        return valid;
    }

    private static byte[] hmac(byte[] body, byte[] secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
