package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.chasqui.messaging.messages.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of the outcome table: what happened on the wire, what it means, what is done about it. */
class OutcomeTableTest {
    private static final String ACCEPTED = """
            {"messaging_product":"whatsapp","contacts":[{"input":"+5511955501234","wa_id":"5511955501234"}],
             "messages":[{"id":"wamid.HBgN","message_status":"accepted"}]}
            """;

    static Stream<Arguments> lines() {
        return Stream.of(
                line("no such host", unsent(new UnknownHostException("graph")), "not_sent", "again", "again"),
                line("connection refused", unsent(new ConnectException("refused")), "not_sent", "again", "again"),
                line("connect timeout", unsent(new SocketTimeoutException("connect")), "not_sent", "again", "again"),
                line("TLS failure", unsent(new javax.net.ssl.SSLException("handshake")), "not_sent", "again", "again"),
                line("200 with wamid", answer(200, ACCEPTED), "accepted", "done", "done"),
                line("200 without wamid", answer(200, "{}"), "ambiguous", "hold", "hold"),
                line("200 with garbage", answer(200, "<html>"), "ambiguous", "hold", "hold"),
                line("200 without body", answer(200, ""), "ambiguous", "hold", "hold"),
                line("throughput, 130429", error(400, 130429), "throttled", "again", "again"),
                line("pair rate, 131056", error(400, 131056), "throttled", "again", "again"),
                line("WABA limit, 80007", error(400, 80007), "throttled", "again", "again"),
                line("app limit, 4", error(400, 4), "throttled", "again", "again"),
                line("maintenance, 131057", error(500, 131057), "throttled", "again", "again"),
                line("token expired, 190", error(401, 190), "refused", "again", "again"),
                line("permission, 10", error(403, 10), "refused", "again", "again"),
                line("permission, 200", error(403, 200), "refused", "again", "again"),
                line("account locked, 131031", error(403, 131031), "refused", "again", "again"),
                line("not on WhatsApp, 131026", error(400, 131026), "refused", "fail", "fail"),
                line("marketing cap, 131049", error(400, 131049), "refused", "fail", "fail"),
                line("template unknown, 132001", error(404, 132001), "refused", "fail", "fail"),
                line("parameter count, 132000", error(400, 132000), "refused", "fail", "fail"),
                line("code nobody knows", error(400, 999_999), "refused", "fail", "fail"),
                line("unavailable, 131016", error(500, 131016), "ambiguous", "hold", "again"),
                line("overloaded, 2", error(503, 2), "ambiguous", "hold", "again"),
                line("500 with a code nobody knows", error(500, 999_999), "ambiguous", "hold", "hold"),
                line("500 without body", answer(500, ""), "ambiguous", "hold", "hold"),
                line("502 of a proxy", answer(502, "<html>bad gateway</html>"), "ambiguous", "hold", "hold"),
                line("202 of something", answer(202, ""), "ambiguous", "hold", "hold"),
                line("408 of a proxy", answer(408, ""), "ambiguous", "hold", "hold"),
                line("429 of a proxy", answer(429, ""), "throttled", "again", "again"),
                line("404 of something else", answer(404, "<html>"), "not_sent", "again", "again"),
                line("302 to somewhere", answer(302, ""), "not_sent", "again", "again"),
                line("read timeout", sent(new SocketTimeoutException("Read timed out")), "ambiguous", "hold", "hold"),
                line("reset after writing", sent(new java.net.SocketException("reset")), "ambiguous", "hold", "hold"),
                line("closed without answer", sent(new NoHttpResponseException("gone")), "ambiguous", "hold", "hold"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void theTable(String name, CallResult result, String outcome, String utility, String authentication) {
        var judged = OutcomeTable.judge(result);

        assertThat(judged.name()).isEqualTo(outcome);
        assertThat(word(SendPolicy.decide(judged, Lane.UTILITY, 1))).isEqualTo(utility);
        assertThat(word(SendPolicy.decide(judged, Lane.MARKETING, 1))).isEqualTo(utility);
        assertThat(word(SendPolicy.decide(judged, Lane.AUTHENTICATION, 1))).isEqualTo(authentication);
    }

    @Test
    void onlyWhatMayHaveReachedMetaCountsAsAResend() {
        var fault = SendPolicy.decide(OutcomeTable.judge(error(500, 131016)), Lane.AUTHENTICATION, 1);
        var unsent = SendPolicy.decide(OutcomeTable.judge(unsent(new ConnectException("no"))), Lane.AUTHENTICATION, 1);

        assertThat(((Verdict.Again) fault).resend()).isTrue();
        assertThat(((Verdict.Again) unsent).resend()).isFalse();
    }

    @Test
    void credentialAndAccountErrorsPauseTheNumberAndRecipientErrorsDoNot() {
        assertThat(SendPolicy.pausesNumber(OutcomeTable.judge(error(401, 190)))).isTrue();
        assertThat(SendPolicy.pausesNumber(OutcomeTable.judge(error(403, 131031))))
                .isTrue();
        assertThat(SendPolicy.pausesNumber(OutcomeTable.judge(answer(404, "<html>"))))
                .isTrue();
        assertThat(SendPolicy.pausesNumber(OutcomeTable.judge(error(400, 131026))))
                .isFalse();
        assertThat(SendPolicy.pausesNumber(OutcomeTable.judge(error(400, 131056))))
                .isFalse();
    }

    @Test
    void aNumberRestsWhenManyCallsInARowHaveNotReachedMeta() {
        assertThat(SendPolicy.isOutOfReach(1)).isFalse();
        assertThat(SendPolicy.isOutOfReach(10)).isTrue();
    }

    @Test
    void aFaultThatMetaCallsPassingIsGivenUpAfterFiveTries() {
        var outcome = OutcomeTable.judge(error(400, 1));

        assertThat(SendPolicy.decide(outcome, Lane.UTILITY, 4)).isInstanceOf(Verdict.Again.class);
        assertThat(SendPolicy.decide(outcome, Lane.UTILITY, 5)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void theBackoffGrowsToHalfAMinuteAndNoFurther() {
        assertThat(SendPolicy.backoff(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(SendPolicy.backoff(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(SendPolicy.backoff(1_000)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatMetaSaysHoldsNoCharacterThatTheDatabaseRefuses() {
        var accepted = OutcomeTable.judge(answer(200, ACCEPTED.replace("wamid.", "wamid\\u0000.")));
        var refused = OutcomeTable.judge(error(400, 131026, "Wor\\u0000ds"));

        assertThat(((SendOutcome.Accepted) accepted).wamid()).isEqualTo("wamid.HBgN");
        assertThat(((SendOutcome.Refused) refused).error().title()).isEqualTo("Words");
    }

    private static String word(Verdict verdict) {
        return verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Arguments line(
            String name, CallResult result, String outcome, String utility, String authentication) {
        return Arguments.of(name, result, outcome, utility, authentication);
    }

    private static CallResult answer(int status, String body) {
        return new CallResult(Instant.EPOCH, 5, status, body.getBytes(StandardCharsets.UTF_8), null, true);
    }

    private static CallResult error(int status, int code) {
        return error(status, code, "Words");
    }

    private static CallResult error(int status, int code, String words) {
        return answer(
                status,
                "{\"error\":{\"message\":\"(#" + code + ") " + words + "\",\"type\":\"OAuthException\",\"code\":" + code
                        + ",\"error_data\":{\"details\":\"More words\"},\"fbtrace_id\":\"A1\"}}");
    }

    private static CallResult unsent(Exception failure) {
        return new CallResult(Instant.EPOCH, 5, 0, null, failure, false);
    }

    private static CallResult sent(Exception failure) {
        return new CallResult(Instant.EPOCH, 5, 0, null, failure, true);
    }
}
