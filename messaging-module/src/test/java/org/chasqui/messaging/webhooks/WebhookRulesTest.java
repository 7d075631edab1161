package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chasqui.messaging.events.EventPattern;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.outgoing.Signer;
import org.junit.jupiter.api.Test;

class WebhookRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void anyoneElsesLibraryAcceptsOurSignatures() throws Exception {
        var old = Signer.newSecret();
        var current = Signer.newSecret();
        var body = "{\"text\":\"olá 👋\"}";
        var at = Instant.ofEpochSecond(System.currentTimeMillis() / 1_000);
        var signature = Signer.signature(List.of(current, old), "evt-1", at, body.getBytes(StandardCharsets.UTF_8));
        var headers = headers(at, signature);

        new Webhook(current).verify(body, headers);
        new Webhook(old).verify(body, headers);
        assertThatThrownBy(() -> new Webhook(Signer.newSecret()).verify(body, headers))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> new Webhook(current).verify(body + " ", headers))
                .isInstanceOf(Exception.class);
        assertThat(signature.split(" ")).hasSize(2).allMatch(part -> part.startsWith("v1,"));
    }

    @Test
    void anAnswerMeansWhatTheStandardSays() {
        assertThat(kind(200)).isEqualTo(Outcome.Kind.ARRIVED);
        assertThat(kind(204)).isEqualTo(Outcome.Kind.ARRIVED);
        for (int status : new int[] {100, 301, 302, 304, 400, 401, 404, 408, 429, 500, 502, 503, 999}) {
            assertThat(kind(status)).as("%d", status).isEqualTo(Outcome.Kind.FAILED);
        }
        assertThat(kind(410)).isEqualTo(Outcome.Kind.GONE);
        assertThat(Outcome.of(429, "120", NOW).retryAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(Outcome.of(503, "Sun, 22 Nov 2026 10:00:30 GMT", NOW).retryAfter())
                .isEqualTo(Duration.ofSeconds(30));
        for (var nonsense : List.of("soon", "-1", "", "99999999999999", "Sun, 22 Nov 2020 10:00:30 GMT")) {
            assertThat(Outcome.of(503, nonsense, NOW).retryAfter()).as(nonsense).isNull();
        }
    }

    @Test
    void toSomeGatewaysOnly200IsASuccessAndNothingIsTheEnd() {
        assertThat(Outcome.ofOkOnly(200, null, NOW).kind()).isEqualTo(Outcome.Kind.ARRIVED);
        for (int status : new int[] {201, 202, 204, 301, 400, 404, 410, 500}) {
            assertThat(Outcome.ofOkOnly(status, null, NOW).kind())
                    .as("%d", status)
                    .isEqualTo(Outcome.Kind.FAILED);
        }
        assertThat(Outcome.ofOkOnly(429, "120", NOW).retryAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    @Property
    void retriesGetAQuarterWhateverTheSizeOfTheTurns(@ForAll List<@IntRange(min = 1, max = 32) Integer> sizes) {
        var turns = new FairTurns();
        int all = 0;
        int retries = 0;
        for (int size : sizes) {
            int shared = turns.forRetries(size);
            assertThat(shared).isBetween(0, size);
            all += size;
            retries += shared;
            assertThat(retries).isEqualTo(all / 4);
        }
    }

    @Test
    void patternsCoverTypesAndFamilies() {
        assertThat(EventPattern.matches(List.of("message.*"), "message.read")).isTrue();
        assertThat(EventPattern.matches(List.of("message.sent", "contact.*"), "message.read"))
                .isFalse();
        assertThat(EventPattern.matches(List.of("*"), "campaign.started")).isTrue();
        for (var wrong : List.of("", "message", "message.", ".*", "mesage.*", "message.re*", "MESSAGE.*", "**")) {
            assertThatThrownBy(() -> EventPattern.check("events", List.of(wrong)))
                    .as(wrong)
                    .isInstanceOf(RequestFailed.class);
        }
    }

    @Test
    void ownHeadersCannotTakeOursNorSmuggle() {
        assertThat(OwnHeaders.check(Map.of("Authorization", "Bearer x"))).hasSize(1);
        for (var name : List.of("Host", "webhook-id", "Webhook-Signature", "Content-Length", "a b", "", "x\r\ny")) {
            assertThatThrownBy(() -> OwnHeaders.check(Map.of(name, "x")))
                    .as(name)
                    .isInstanceOf(RequestFailed.class);
        }
        assertThatThrownBy(() -> OwnHeaders.check(Map.of("X-A", "x\r\nHost: y")))
                .isInstanceOf(RequestFailed.class);
    }

    private static Outcome.Kind kind(int status) {
        return Outcome.of(status, null, NOW).kind();
    }

    private static HttpHeaders headers(Instant at, String signature) {
        var headers = new HashMap<String, List<String>>();
        headers.put("webhook-id", List.of("evt-1"));
        headers.put("webhook-timestamp", List.of(Long.toString(at.getEpochSecond())));
        headers.put("webhook-signature", List.of(signature));
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
