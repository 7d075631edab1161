package org.chasqui.api.botmaker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.chasqui.api.conformance.Covers;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailuresTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @Covers({"S2-14", "S2-15"})
    @CsvSource({
        "VALIDATION_FAILED, 400",
        "MALFORMED_BODY, 400",
        "OUTSIDE_SERVICE_WINDOW, 400",
        "RECIPIENT_OPTED_OUT, 400",
        "TEMPLATE_NOT_FOUND, 400",
        "TEMPLATE_NOT_APPROVED, 400",
        "NUMBER_NOT_READY, 400",
        "INVALID_API_KEY, 401",
        "TOKEN_EXPIRED, 401",
        "PERMISSION_DENIED, 403",
        "NOT_FOUND, 404",
        "RATE_LIMIT_EXCEEDED, 429",
        "BACKLOG_FULL, 429",
        "SERVICE_UNAVAILABLE, 503"
    })
    void eachHasAStatus(FailureCode code, int status) {
        assertThat(Failures.answer(new RequestFailed(code, "No.")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void eachIsOneErrorWithItsSentence(FailureCode code) throws IOException {
        var body =
                MAPPER.readTree(Failures.answer(new RequestFailed(code, "No.")).body());

        assertThat(body.get("errors")).hasSize(1);
        assertThat(body.at("/errors/0/type").asText()).isEqualTo(code.wireCode());
        assertThat(body.at("/errors/0/message").asText()).isEqualTo("No.");
        assertThat(body.at("/errors/0/source").isNull()).isTrue();
    }

    @Test
    @Covers("S2-14")
    void eachWrongFieldIsAnErrorOfItsOwn() throws IOException {
        var failed = RequestFailed.invalid(
                List.of(new FieldError("chat.channelId", "is required."), new FieldError("messages", "is empty.")));

        var errors = MAPPER.readTree(Failures.answer(failed).body()).get("errors");

        assertThat(errors).hasSize(2);
        assertThat(errors.at("/0/source").asText()).isEqualTo("chat.channelId");
        assertThat(errors.at("/1/message").asText()).isEqualTo("is empty.");
    }
}
