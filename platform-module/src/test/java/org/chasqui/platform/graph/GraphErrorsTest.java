package org.chasqui.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.graph.GraphErrorAdvice.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "0,,CREDENTIAL",
        "3,,CREDENTIAL",
        "10,,CREDENTIAL",
        "190,,CREDENTIAL",
        "190,463,CREDENTIAL",
        "200,,CREDENTIAL",
        "299,,CREDENTIAL",
        "131005,,CREDENTIAL",
        "368,,ACCOUNT",
        "131031,,ACCOUNT",
        "131042,,ACCOUNT",
        "131045,,ACCOUNT",
        "133010,,ACCOUNT",
        "131037,,ACCOUNT",
        "100,33,ACCOUNT",
        "130429,,THROTTLE_NUMBER",
        "130429,2494055,THROTTLE_NUMBER",
        "131056,,THROTTLE_PAIR",
        "4,,THROTTLE_ACCOUNT",
        "80007,,THROTTLE_ACCOUNT",
        "131057,,MAINTENANCE",
        "100,2494100,MAINTENANCE",
        "1,,TRANSIENT",
        "2,,TRANSIENT",
        "131000,,TRANSIENT",
        "131016,,TRANSIENT",
        "133004,,TRANSIENT",
        "131026,,PERMANENT",
        "131047,,PERMANENT",
        "131048,,PERMANENT",
        "131049,,PERMANENT",
        "131050,,PERMANENT",
        "130472,,PERMANENT",
        "130497,,PERMANENT",
        "100,,PERMANENT",
        "132001,,PERMANENT",
        "131009,,PERMANENT"
    })
    void askForTheReactionThatTheCodeNeeds(int code, Integer subcode, Kind kind) {
        var advice = GraphErrors.advice(code, subcode);

        assertThat(advice.kind()).isEqualTo(kind);
        assertThat(advice.meaning()).endsWith(".");
        assertThat(advice.advice()).endsWith(".");
    }

    @Test
    void takeAnUnknownCodeForARefusalForGood() {
        assertThat(GraphErrors.advice(987_654, null).kind()).isEqualTo(Kind.PERMANENT);
    }

    @Test
    void fallBackToTheCodeWhenTheSubcodeIsUnknown() {
        assertThat(GraphErrors.advice(131_056, 1)).isEqualTo(GraphErrors.advice(131_056, null));
    }

    @Test
    void areReadFromAnAnswer() throws Exception {
        var body = new ObjectMapper().readTree("""
                        {"error":{"message":"(#130429) Rate limit hit","type":"OAuthException","code":130429,
                         "error_data":{"messaging_product":"whatsapp","details":"Throughput reached."},
                         "error_subcode":2494055,"fbtrace_id":"Az8"}}""");

        var error = GraphErrors.read(400, body).orElseThrow();

        assertThat(error)
                .isEqualTo(new GraphError(400, 130_429, 2_494_055, "Rate limit hit", "Throughput reached.", "Az8"));
    }

    @Test
    void areReadFromAWebhook() throws Exception {
        var element = new ObjectMapper().readTree("""
                        {"code":131047,"title":"Re-engagement message","message":"Re-engagement message",
                         "error_data":{"details":"More than 24 hours have passed"}}""");

        var error = GraphErrors.read(0, element).orElseThrow();

        assertThat(error.code()).isEqualTo(131_047);
        assertThat(error.subcode()).isNull();
        assertThat(error.details()).isEqualTo("More than 24 hours have passed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"error\":\"x\"}", "{\"error\":{}}", "[]", "\"text\"", "{\"error\":{\"code\":\"1\"}}"})
    void areNotSeenWhereThereIsNone(String body) throws Exception {
        assertThat(GraphErrors.read(500, new ObjectMapper().readTree(body))).isEmpty();
    }

    @Test
    void becomeARefusalThatTellsMetasCodeButNotMetasWords() {
        var failed = new GraphFailed(new GraphError(400, 131_031, null, "Account has been locked", "raw words", "Az8"));

        var refusal = failed.asRefusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.PROVIDER_REJECTED);
        assertThat(refusal).hasMessageContaining("131031").hasMessageNotContaining("raw words");
    }

    @Test
    void becomeARefusalThatEndsWhenTheyDo() {
        var failed = new GraphFailed(new GraphError(503, 2, null, "API Service", null, null));

        assertThat(failed.asRefusal().code()).isEqualTo(FailureCode.PROVIDER_ERROR);
        assertThat(failed.asRefusal().retryAfter()).isNotNull();
    }
}
