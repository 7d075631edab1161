package org.chasqui.platform.outgoing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of Standard Webhooks 1.0.0, symmetric ({@code v1}): HMAC-SHA256 over id, time and body. While a secret is
 * being rotated there are two signatures, and a receiver accepts either.
 */
public final class Signer {
    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;
    private static final int LEAST_SECRET = 24;
    private static final int MOST_SECRET = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signer() {}

    /** A new secret: {@code whsec_} and 256 random bits in Base64. */
    public static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether somebody's own secret can be signed with: {@code whsec_} and 24 to 64 bytes in Base64. */
    public static boolean isSecret(String text) {
        try {
            int bytes =
                    text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())).length : 0;
            return bytes >= LEAST_SECRET && bytes <= MOST_SECRET;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /**
     * The value of {@code webhook-signature}.
     *
     * @param secrets the current one first
     */
    public static String signature(List<String> secrets, String id, Instant at, byte[] body) {
        var signed = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + hmac(secret, signed, body))
                .collect(Collectors.joining(" "));
    }

    private static String hmac(String secret, byte[] head, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }
}
