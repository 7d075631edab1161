package org.chasqui.api.waabot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvelopeTest {
    @ParameterizedTest
    @EnumSource
    void everyFailureIsSaidToAllWhoReadIt(FailureCode code) throws IOException {
        var answer = Envelope.refusal(new RequestFailed(code, "What to do."));

        var body = tree(answer);
        assertThat(answer.status()).isBetween(400, 599);
        assertThat(body.path("status").asBoolean(true)).isFalse();
        assertThat(body.path("error").asBoolean()).isTrue();
        assertThat(body.path("code").asInt()).isEqualTo(answer.status());
        assertThat(body.path("message").asText()).isEqualTo("What to do.");
        assertThat(body.path("reason").asText()).isEqualTo(code.wireCode());
    }

    @ParameterizedTest
    @CsvSource({
        "VALIDATION_FAILED,400",
        "MALFORMED_BODY,400",
        "INVALID_API_KEY,403",
        "TOKEN_EXPIRED,401",
        "NUMBER_NOT_READY,401",
        "NOT_FOUND,404",
        "METHOD_NOT_ALLOWED,405",
        "PAYLOAD_TOO_LARGE,413",
        "UNSUPPORTED_MEDIA_TYPE,415",
        "OUTSIDE_SERVICE_WINDOW,422",
        "RATE_LIMIT_EXCEEDED,429",
        "INTERNAL_ERROR,500",
        "SERVICE_UNAVAILABLE,503"
    })
    void hasTheStatusThatSuchClientsKnow(FailureCode code, int status) {
        assertThat(Envelope.refusal(new RequestFailed(code, "x")).status()).isEqualTo(status);
    }

    @Test
    void namesTheFieldsThatAreWrong() throws IOException {
        var body = tree(Envelope.refusal(RequestFailed.invalid("chatId", "is required.")));

        assertThat(body.at("/fields/0/field").asText()).isEqualTo("chatId");
        assertThat(body.path("message").asText()).isEqualTo("chatId: is required.");
    }

    @Test
    @Covers("S1-7")
    void aSuccessIsWhatTheSeedShows() throws IOException {
        var body = tree(Envelope.ok("Done", JsonNodeFactory.instance.arrayNode()));

        assertThat(body).isEqualTo(Json.mapper().readTree("{\"status\":true,\"message\":\"Done\",\"data\":[]}"));
    }

    private static JsonNode tree(Answer answer) throws IOException {
        return Json.mapper().readTree(answer.body());
    }
}
