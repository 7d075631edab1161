package org.chasqui.api.dialog360.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.chasqui.api.conformance.Covers;
import org.junit.jupiter.api.Test;

class WebhookEndpointsTest {
    @Test
    @Covers("S3-19")
    void whoTakesLongerThanEightyMillisecondsIsWarned() {
        var quick = WebhookEndpoints.responseTimes(80, 200);
        var slow = WebhookEndpoints.responseTimes(81, null);

        assertThat(quick.path("median_ms").asInt()).isEqualTo(80);
        assertThat(quick.path("p95_ms").asInt()).isEqualTo(200);
        assertThat(quick.path("guide_ms").asInt()).isEqualTo(80);
        assertThat(quick.has("warning")).isFalse();
        assertThat(slow.path("warning").asText()).contains("80 ms", "delivered all the same");
    }
}
