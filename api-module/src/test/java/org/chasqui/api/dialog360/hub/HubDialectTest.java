package org.chasqui.api.dialog360.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.chasqui.api.dialog360.Told;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HubDialectTest {
    private final HubDialect hub = new HubDialect();

    @ParameterizedTest
    @CsvSource({
        "/api/v2, true",
        "/api/v2/partners/me/channels, true",
        "/API/V2/token, true",
        "/api/v20/token, false",
        "/api/v1/keys, false",
        "/v2.0/channels, false"
    })
    void everythingBelowApiV2IsTheHubs(String path, boolean isClaimed) {
        assertThat(hub.claims(path)).isEqualTo(isClaimed);
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void everyFailureHasAMeta(FailureCode code) {
        var answer = hub.refusal(new RequestFailed(code, "Because."));

        assertThat(answer.status()).isBetween(400, 599);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains(
                        "\"developer_message\":\"Because.\"",
                        "\"http_code\":" + answer.status(),
                        "\"real_message\":\"Because.\"");
    }

    @Test
    void everyWrongFieldIsAmongTheDetails() {
        var answer = hub.refusal(RequestFailed.invalid("limit", "must be 0 or more."));

        var meta = Told.tree(new String(answer.body(), StandardCharsets.UTF_8)).path("meta");
        assertThat(meta.at("/details/0/field").asText()).isEqualTo("limit");
        assertThat(meta.at("/error_data/code").asText()).isEqualTo("validation_failed");
        assertThat(meta.at("/error_data/status").asInt()).isEqualTo(answer.status());
    }
}
