package org.chasqui.api.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.chasqui.api.conformance.Covers;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphErrors;
import org.chasqui.platform.graph.GraphFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {
    private static final String TRACE = "AZ0nVtest";

    @ParameterizedTest
    @Covers("G0-6")
    @EnumSource(FailureCode.class)
    void everyFailureIsInMetasEnvelope(FailureCode code) {
        var answer = Refusals.answer(new RequestFailed(code, "what to do"), TRACE);

        var body = MetaAnswers.body(answer);
        assertThat(MetaAnswers.faults("error", body)).isEmpty();
        assertThat(answer.status()).isBetween(400, 503);
        assertThat(body.at("/error/fbtrace_id").asText()).isEqualTo(TRACE);
        assertThat(body.toString()).contains("what to do");
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_API_KEY, 401, 190",
        "TOKEN_EXPIRED, 401, 190",
        "PERMISSION_DENIED, 403, 10",
        "NOT_FOUND, 400, 100",
        "MALFORMED_BODY, 400, 100",
        "VALIDATION_FAILED, 400, 131009",
        "RATE_LIMIT_EXCEEDED, 429, 4",
        "BACKLOG_FULL, 429, 130429",
        "OUTSIDE_SERVICE_WINDOW, 400, 131047",
        "RECIPIENT_OPTED_OUT, 400, 131050",
        "TEMPLATE_NOT_FOUND, 404, 132001",
        "TEMPLATE_NOT_APPROVED, 404, 132001",
        "NUMBER_NOT_READY, 400, 133010",
        "PAYLOAD_TOO_LARGE, 400, 131053",
        "PROVIDER_ERROR, 503, 2",
        "SERVICE_UNAVAILABLE, 503, 2",
        "INTERNAL_ERROR, 500, 131000"
    })
    void aFailureHasTheCodeThatClientsOfMetaLookFor(FailureCode failure, int status, int code) {
        var answer = Refusals.answer(new RequestFailed(failure, "why"), TRACE);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(MetaAnswers.body(answer).at("/error/code").asInt()).isEqualTo(code);
    }

    @Test
    void whatIsMissingAndWhatIsWrongAreDifferentThings() {
        assertThat(code(RequestFailed.invalid("to", "is required."))).isEqualTo(131008);
        assertThat(code(RequestFailed.invalid("to", "must be a phone number."))).isEqualTo(131009);
        assertThat(code(RequestFailed.invalid("template.components[0]", "has 1 parameter; 2 are needed.")))
                .isEqualTo(132012);
    }

    @Test
    void aSubcodeTellsAnExpiredTokenAndAMissingObject() {
        assertThat(MetaAnswers.body(Refusals.answer(new RequestFailed(FailureCode.TOKEN_EXPIRED, "gone"), TRACE))
                        .at("/error/error_subcode")
                        .asInt())
                .isEqualTo(463);
        var missing = MetaAnswers.body(Refusals.answer(MetaFailed.noSuchObject("POST", "123"), TRACE));
        assertThat(missing.at("/error/error_subcode").asInt()).isEqualTo(33);
        assertThat(missing.at("/error/type").asText()).isEqualTo("GraphMethodException");
        assertThat(missing.at("/error/message").asText())
                .startsWith("Unsupported post request. Object with ID '123' does not exist");
    }

    @Test
    @Covers("G0-7")
    void whatMetaSaidIsPassedOnWordForWord() {
        var said = tree("""
                {"error":{"message":"(#100) Invalid parameter","type":"OAuthException","code":100,"error_subcode":2388024,
                "error_user_title":"Content in this language already exists","error_user_msg":"Choose another name.",
                "fbtrace_id":"Metas"}}""");

        var answer = Refusals.answer(metas(400, said).asRefusal(), TRACE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(MetaAnswers.body(answer)).isEqualTo(said);
    }

    @Test
    void aThrottleOfMetasKeepsItsCodeAndItsTime() {
        var refusal = metas(400, tree("""
                {"error":{"message":"(#80007) Rate limit","type":"OAuthException","code":80007,"fbtrace_id":"Metas"}}""")).asRefusal();

        assertThat(refusal.retryAfter()).isNotNull();
        assertThat(code(refusal)).isEqualTo(80007);
    }

    @Test
    void theGatewaysOwnTokenIsNotTakenForTheClients() {
        var answer = Refusals.answer(metas(401, tree("""
                        {"error":{"message":"Error validating access token: Session has expired","type":"OAuthException",
                        "code":190,"error_subcode":463,"fbtrace_id":"Metas"}}""")).asRefusal(), TRACE);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(MetaAnswers.body(answer).at("/error/code").asInt()).isEqualTo(131005);
    }

    @Test
    void aTraceLooksLikeOneOfMetas() {
        assertThat(Traces.of(UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b")))
                .matches("A[A-Za-z0-9_-]{22}");
    }

    private static int code(RequestFailed failed) {
        return MetaAnswers.body(Refusals.answer(failed, TRACE))
                .at("/error/code")
                .asInt();
    }

    private static GraphFailed metas(int status, ObjectNode body) {
        return new GraphFailed(GraphErrors.read(status, body).orElseThrow(), body);
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
