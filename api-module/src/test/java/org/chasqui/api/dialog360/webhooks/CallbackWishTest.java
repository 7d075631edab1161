package org.chasqui.api.dialog360.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialog360.Style;
import org.chasqui.api.dialog360.Told;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class CallbackWishTest {
    @Test
    @Covers({"S0-17", "S3-20"})
    void theBodyOfTheSeeds() {
        var wish = read("{\"url\": \"https://yourwebhook.example.com\"}");

        assertThat(wish.url()).isEqualTo("https://yourwebhook.example.com");
        assertThat(wish.headers()).isEmpty();
        assertThat(wish.format()).isEmpty();
    }

    @Test
    @Covers({"S0-18", "S0-19", "S3-23"})
    void theHeadersOfTheSeedsAreKeptAsTheyAre() {
        var token = Base64.getEncoder().encodeToString("testuser:testpass".getBytes(StandardCharsets.UTF_8));
        assertThat(token).isEqualTo("dGVzdHVzZXI6dGVzdHBhc3M=");

        var wish = read("{\"url\": \"https://yourwebhook.example.com\", \"headers\": {\"Authorization\": \"Basic "
                + token + "\", \"content-type\": \"application/json\"}}");

        assertThat(wish.headers()).isEqualTo(Map.of("Authorization", "Basic dGVzdHVzZXI6dGVzdHBhc3M="));
    }

    @Test
    void theFormatMayBeSaid() {
        assertThat(read("{\"url\":\"https://a.example\",\"payload_format\":\"onprem\"}")
                        .format())
                .contains(Style.ON_PREMISE);
        assertThat(read("{\"url\":\"https://a.example\",\"payload_format\":\"Cloud\"}")
                        .format())
                .contains(Style.CLOUD);
        assertThatThrownBy(() -> read("{\"url\":\"https://a.example\",\"payload_format\":\"xml\"}"))
                .isInstanceOf(RequestFailed.class);
        assertThatThrownBy(() -> read("{}")).hasMessageContaining("url: is required");
    }

    @Test
    void destinationsHaveNamesOfTheirOwn() {
        var one = "{\"name\":\"a\",\"url\":\"https://a.example\"}";
        var other = "{\"name\":\"A\",\"url\":\"https://b.example\"}";
        assertThat(destinations(one + "," + other)).containsOnlyKeys("a", "A");
        assertThatThrownBy(() -> destinations(one + "," + one)).hasMessageContaining("destinations[1].name");
        assertThatThrownBy(() -> destinations(
                        one + "," + other + "," + one.replace("\"a\"", "\"b\"") + "," + one.replace("\"a\"", "\"c\"")))
                .hasMessageContaining("there may be 3");
    }

    private static Map<String, CallbackWish> destinations(String list) {
        return MultiWebhookEndpoints.destinations(
                Arguments.of((ObjectNode) Told.tree("{\"destinations\":[" + list + "]}")));
    }

    private static CallbackWish read(String body) {
        return CallbackWish.read(Arguments.of((ObjectNode) Told.tree(body)));
    }
}
