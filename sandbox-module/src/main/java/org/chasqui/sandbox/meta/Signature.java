package org.chasqui.sandbox.meta;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs webhook bodies: {@code sha256=} and the hex HMAC-SHA256 of the raw bytes, keyed with the app secret. Not shared between threads. */
public final class Signature {

    private final Mac mac;

    /** A signer for this app secret. */
    public Signature(String appSecret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    /** The value of {@code X-Hub-Signature-256} for this body. */
    public String of(byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }
}
