package org.chasqui.api.dialog360;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphError;
import org.chasqui.platform.graph.GraphFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void everyFailureIsWordedInBothStylesAndTellsWhy(FailureCode code) {
        var failed = new RequestFailed(code, "Because of this.");

        for (var style : Style.values()) {
            var answer = Refusals.answer(failed, style);
            var body = body(answer);
            assertThat(answer.status()).as("%s in %s", code, style).isBetween(400, 599);
            assertThat(body.toString()).contains("Because of this.");
            if (Refusals.isOfTheGateway(failed)) {
                assertThat(body.path("error").isTextual()).isTrue();
                assertBothSpellings(body, answer.status());
            } else if (style == Style.CLOUD) {
                assertThat(body.at("/error/code").isInt()).isTrue();
                assertThat(body.at("/error/message").asText())
                        .startsWith("(#" + body.at("/error/code").asInt() + ")");
                assertThat(body.at("/error/error_data/details").asText()).isEqualTo("Because of this.");
            } else {
                assertThat(body.at("/errors/0/code").isInt()).isTrue();
                assertThat(body.at("/errors/0/title").asText()).isNotEmpty();
                assertBothSpellings(body, answer.status());
            }
        }
    }

    private static void assertBothSpellings(JsonNode body, int status) {
        var meta = body.path("meta");
        assertThat(meta.path("success").asBoolean(true)).isFalse();
        assertThat(meta.path("httpCode").asInt()).isEqualTo(status);
        assertThat(meta.path("http_code").asInt()).isEqualTo(status);
        assertThat(meta.path("developerMessage").asText())
                .isNotEmpty()
                .isEqualTo(meta.path("developer_message").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_API_KEY, 401, 0, 0",
        "RATE_LIMIT_EXCEEDED, 429, 0, 0",
        "OUTSIDE_SERVICE_WINDOW, 400, 131047, 470",
        "TEMPLATE_NOT_FOUND, 404, 132001, 2001",
        "NUMBER_NOT_READY, 400, 133010, 1011",
        "BACKLOG_FULL, 429, 130429, 1015",
        "NOT_FOUND, 404, 100, 1006",
        "INTERNAL_ERROR, 500, 131000, 1014"
    })
    void hasTheNumbersThatClientsLookFor(FailureCode code, int status, int graph, int onPremise) {
        var failed = new RequestFailed(code, "Because.");

        var cloud = Refusals.answer(failed, Style.CLOUD);
        var old = Refusals.answer(failed, Style.ON_PREMISE);

        assertThat(cloud.status()).isEqualTo(status);
        assertThat(body(cloud).at("/error/code").asInt()).isEqualTo(graph);
        assertThat(body(old).at("/errors/0/code").asInt()).isEqualTo(onPremise);
    }

    @Test
    void whatIsMissingIsToldFromWhatIsWrong() {
        var missing = Refusals.answer(RequestFailed.invalid("to", "is required."), Style.CLOUD);
        var wrong = Refusals.answer(RequestFailed.invalid("to", "must be a phone number."), Style.ON_PREMISE);

        assertThat(body(missing).at("/error/code").asInt()).isEqualTo(131008);
        assertThat(body(missing).at("/error/error_data/details").asText()).isEqualTo("to: is required.");
        assertThat(body(wrong).at("/errors/0/code").asInt()).isEqualTo(1009);
    }

    @Test
    void metasOwnErrorIsPassedOnAndItsCodeIsInTheTextOfTheOldStyleToo() {
        var error =
                new GraphError(400, 131047, null, "Re-engagement message", "More than 24 hours have passed.", "AbC");

        var cloud = body(Refusals.answer(new MetaRefusal(error), Style.CLOUD));
        var old = body(Refusals.answer(new MetaRefusal(error), Style.ON_PREMISE));

        assertThat(cloud.at("/error/fbtrace_id").asText()).isEqualTo("AbC");
        assertThat(cloud.at("/error/error_data/details").asText()).isEqualTo("More than 24 hours have passed.");
        assertThat(old.at("/errors/0/code").asInt()).isEqualTo(470);
        assertThat(old.at("/errors/0/details").asText()).contains("131047");
    }

    @Test
    void aTokenOfOursThatMetaRefusesIsNotTheClientsKey() {
        var failed = new GraphFailed(new GraphError(401, 190, null, "Access token has expired", null, null));

        var answer = Refusals.answer(failed.asRefusal(), Style.CLOUD);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(body(answer).at("/error/code").asInt()).isEqualTo(190);
    }

    @Test
    void statusesOfErrorsWithoutOneAreThoseOfGraph() {
        var statuses = Map.of(131000, 500, 131047, 400, 132001, 404, 10, 403, 2, 503, 987654, 400);

        statuses.forEach((code, status) ->
                assertThat(ErrorCodes.status(code)).as("%d", code).isEqualTo(status));
        for (int code : List.of(131047, 131026, 132000, 130429)) {
            assertThat(ErrorCodes.onPremise(code)).isNotEqualTo(ErrorCodes.GENERIC);
        }
        assertThat(ErrorCodes.onPremise(987654)).isEqualTo(ErrorCodes.GENERIC);
    }

    private static JsonNode body(Answer answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
