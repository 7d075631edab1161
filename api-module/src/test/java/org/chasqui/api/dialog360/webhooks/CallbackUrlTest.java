package org.chasqui.api.dialog360.webhooks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chasqui.api.conformance.Covers;
import org.chasqui.api.dialog360.Face;
import org.chasqui.api.dialog360.Style;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlTest {
    @ParameterizedTest
    @Covers({"S3-21", "S3-22"})
    @ValueSource(
            strings = {
                "https://your_webhook.example.com",
                "https://subdomain.your_webhook.example.com:3000",
                "https://subdomain.yourwebhook.example.com:3000",
                "https://subdomain.yourwebhook.example.com:3000/hook?a=b"
            })
    void theInvalidOnesOfTheSeedAreRefusedInItsWords(String url) {
        assertThatThrownBy(() -> CallbackUrl.check(url, Face.DIALOG360, Style.CLOUD, false))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("do not support \"_\" (underscore) or \":xxxx\" (port) in (sub)domain names");
    }

    @ParameterizedTest
    @Covers({"S3-21", "S3-22"})
    @ValueSource(
            strings = {
                "https://yourwebhook.example.com",
                "https://subdomain.yourwebhook.example.com",
                "https://subdomain.yourwebhook.example.com/my_hook?to=a:80",
                "HTTPS://yourwebhook.example.com/a"
            })
    void theValidOnesAreTaken(String url) {
        assertThatCode(() -> CallbackUrl.check(url, Face.DIALOG360, Style.CLOUD, false))
                .doesNotThrowAnyException();
    }

    @Test
    @Covers({"S0-15", "S3-18"})
    void itMustBeHttpsWhateverTheFace() {
        for (var face : Face.values()) {
            for (var style : Style.values()) {
                assertThatThrownBy(() -> CallbackUrl.check("http://hooks.example.com", face, style, false))
                        .hasMessageContaining("https://");
            }
        }
        assertThatThrownBy(() -> CallbackUrl.check("hooks.example.com", Face.CBOT, Style.CLOUD, true))
                .hasMessageContaining("must be an address");
    }

    @Test
    void theRuleOfUnderscoreAndPortIsThatOf360dialogsCloudAlone() {
        assertThatCode(() -> {
                    CallbackUrl.check("https://hooks.example.com:8443", Face.CBOT, Style.CLOUD, false);
                    CallbackUrl.check("https://hooks.example.com:8443", Face.DIALOG360, Style.ON_PREMISE, false);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void onADevelopersMachineTheReceiverIsAtAPort() {
        assertThatCode(() -> CallbackUrl.check("http://127.0.0.1:3000/hook", Face.DIALOG360, Style.CLOUD, true))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> CallbackUrl.check("https://your_webhook.example.com", Face.DIALOG360, Style.CLOUD, true))
                .isInstanceOf(RequestFailed.class);
    }
}
