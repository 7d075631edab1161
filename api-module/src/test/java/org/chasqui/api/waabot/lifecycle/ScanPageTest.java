package org.chasqui.api.waabot.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScanPageTest {
    private static final QrAnswer ONBOARDING = new QrAnswer(
            QrAnswer.Purpose.ONBOARDING, "https://wa.example.com/onboard/AZK3x0", "<script>alert('x')</script> & Co");

    @Test
    void saysWhatTheCodeIsForAndHoldsItsAddress() {
        assertThat(page(ONBOARDING))
                .contains("data-purpose=\"onboarding\"")
                .contains("Linked devices")
                .contains("href=\"https://wa.example.com/onboard/AZK3x0\"")
                .contains("<svg ");
        assertThat(page(new QrAnswer(QrAnswer.Purpose.CHAT, "https://wa.me/14155550100", "+1 415 555 0100")))
                .contains("data-purpose=\"chat\"")
                .contains("+1 415 555 0100");
    }

    @Test
    void aNameIsTextAndNothingElse() {
        assertThat(page(ONBOARDING))
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co");
    }

    @Test
    void thePolicyAllowsThisStyleAndNothingMore() throws Exception {
        var answer = ScanPage.of(ONBOARDING);
        var style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page(ONBOARDING));
        assertThat(style.find()).isTrue();
        var hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.headers().get("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash) + "'");
        assertThat(answer.headers()).containsEntry("Referrer-Policy", "no-referrer");
        assertThat(page(ONBOARDING)).doesNotContain("style=");
    }

    private static String page(QrAnswer qr) {
        return new String(ScanPage.of(qr).body(), StandardCharsets.UTF_8);
    }
}
