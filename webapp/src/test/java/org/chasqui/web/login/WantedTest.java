package org.chasqui.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {
    @Test
    void thePageThatWasAskedForIsRemembered() {
        assertThat(Wanted.of("/console/messages.xhtml", "status=failed&to=%2B55"))
                .isEqualTo("?to=%2Fconsole%2Fmessages.xhtml%3Fstatus%3Dfailed%26to%3D%252B55");
        assertThat(Wanted.orHome("/console/messages.xhtml?status=failed&to=%2B55"))
                .isEqualTo("/console/messages.xhtml?status=failed&to=%2B55");
    }

    @Test
    void theFirstPageNeedsNoRemembering() {
        assertThat(Wanted.of("/console/", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/console/",
                "/console/../api/v1/keys",
                "/console//evil.example",
                "/console/\\evil.example",
                "/console/x?a=b\r\nSet-Cookie:a",
                "/console/login.xhtml",
                "javascript:alert(1)",
                ""
            })
    void nothingLeadsOutOfTheDashboard(String address) {
        assertThat(Wanted.orHome(address)).isEqualTo("/console/");
    }
}
