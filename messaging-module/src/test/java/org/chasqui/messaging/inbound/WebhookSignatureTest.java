package org.chasqui.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    /** A vector of RFC 4231 (test case 2), not one of our own making. */
    private static final byte[] SECRET = "Jefe".getBytes(StandardCharsets.UTF_8);

    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
    private static final String HEX = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void acceptsTheRightSignature() {
        assertThat(WebhookSignature.isValid(BODY, "sha256=" + HEX, List.of(SECRET)))
                .isTrue();
    }

    @Test
    void acceptsThePreviousSecretDuringARotation() {
        var next = "next".getBytes(StandardCharsets.UTF_8);
        assertThat(WebhookSignature.isValid(BODY, "sha256=" + HEX, List.of(next, SECRET)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "sha1=5bdcc146bf60754e6a042426089575c75a003f08",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3842",
                "sha256=zzdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            })
    void refusesEverythingElse(String header) {
        assertThat(WebhookSignature.isValid(BODY, header, List.of(SECRET))).isFalse();
    }

    @Test
    void refusesWhenThereIsNoHeader() {
        assertThat(WebhookSignature.isValid(BODY, null, List.of(SECRET))).isFalse();
    }

    @Test
    void refusesABodyThatWasChanged() {
        var changed = "what do ya want for nothing!".getBytes(StandardCharsets.UTF_8);
        assertThat(WebhookSignature.isValid(changed, "sha256=" + HEX, List.of(SECRET)))
                .isFalse();
    }
}
