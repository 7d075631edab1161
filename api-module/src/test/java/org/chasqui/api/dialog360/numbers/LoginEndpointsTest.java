package org.chasqui.api.dialog360.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginEndpointsTest {
    @Test
    void theKeyStandsBehindTheFirstColon() {
        assertThat(LoginEndpoints.password("Basic " + base64("admin:cm_a:b"))).contains("cm_a:b");
        assertThat(LoginEndpoints.password("basic  " + base64(":cm_a"))).contains("cm_a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "Basic", "Basic ***", "Basic YWRtaW4="})
    void whatIsNoPairIsNone(String header) {
        assertThat(LoginEndpoints.password(header)).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
