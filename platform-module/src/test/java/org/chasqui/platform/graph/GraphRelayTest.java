package org.chasqui.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphRelay.Question;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GraphRelayTest {
    private static final URI META = URI.create("https://graph.facebook.com/v24.0");
    private static final URI SANDBOX = URI.create("http://localhost:8080/sandbox/graph/v24.0");

    @Test
    void asksInTheVersionOfTheClientOrTheConfiguredOne() {
        assertThat(GraphRelay.address(META, question("v19.0", "/123/register", tree())))
                .hasToString("https://graph.facebook.com/v19.0/123/register");
        assertThat(GraphRelay.address(META, question(null, "/123", tree())))
                .hasToString("https://graph.facebook.com/v24.0/123");
        assertThat(GraphRelay.address(SANDBOX, question("v23.0", "/123", tree())))
                .hasToString("http://localhost:8080/sandbox/graph/v23.0/123");
    }

    @Test
    void writesTheQuerySoThatNothingInItIsSyntax() {
        var query = tree().put("fields", "phone_numbers.limit(2){id}")
                .put("name", "a&b=c d")
                .put("limit", 5);
        query.putArray("hsm_ids").add("1");

        assertThat(GraphRelay.address(META, question("v24.0", "/123", query)).getRawQuery())
                .isEqualTo("fields=phone_numbers.limit%282%29%7Bid%7D&name=a%26b%3Dc+d&limit=5&hsm_ids=%5B%221%22%5D");
    }

    @Test
    void whoFindsNoPlaceIsRefusedAtOnceAndWhoEndsMakesRoom() {
        var relay = relay(1);
        int free = relay.places.availablePermits();

        assertThatThrownBy(() -> relay.ask(question(null, "/123", tree()), "EAAB"))
                .isInstanceOfSatisfying(
                        RequestFailed.class, failed -> assertThat(failed.code()).isEqualTo(FailureCode.PROVIDER_ERROR));
        assertThat(relay.places.availablePermits()).isEqualTo(free);

        relay.places.drainPermits();
        assertThatThrownBy(() -> relay.ask(question(null, "/123", tree()), "EAAB"))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(FailureCode.SERVICE_UNAVAILABLE));
    }

    @Test
    @Timeout(60)
    void anAnswerThatHangsInItsBodyKeepsNoPlace() throws IOException {
        try (var meta = new HangingServer()) {
            var relay = relay(meta.port());
            relay.patience = Duration.ofMillis(500);
            int free = relay.places.availablePermits();

            assertThatThrownBy(() -> relay.ask(question(null, "/123", tree()), "EAAB"))
                    .isInstanceOfSatisfying(
                            RequestFailed.class,
                            failed -> assertThat(failed.code()).isEqualTo(FailureCode.PROVIDER_ERROR));

            assertThat(relay.places.availablePermits()).isEqualTo(free);
        }
    }

    private static GraphRelay relay(int port) {
        var relay = new GraphRelay();
        relay.config = new GraphConfig() {
            @Override
            public URI baseUrl() {
                return URI.create("http://localhost:" + port + "/v24.0");
            }
        };
        return relay;
    }

    private static Question question(@Nullable String version, String path, ObjectNode query) {
        return new Question("GET", version, path, query, null);
    }

    private static ObjectNode tree() {
        return JsonNodeFactory.instance.objectNode();
    }
}
