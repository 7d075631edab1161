package org.chasqui.api.graph.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HubSignatureTest {
    /** Computed with {@code openssl dgst -sha256 -hmac}. */
    @Test
    void isTheHmacOfTheBodyUnderTheTextOfTheSecret() {
        assertThat(HubSignature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "{\"object\":\"whatsapp_business_account\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sha256=5f9dce514cdfdb2ce5c1cb51d2bf946aad7e13311b094134cf9f5c6b50b8ede6");
    }
}
