package org.chasqui.web.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookAddressTest {
    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

    private final WebhookAddress address = new WebhookAddress();

    @Test
    void nonsenseFiltersNothing() {
        address.setStatus("lost");
        address.setSince("soon");
        address.setBefore("yesterday");
        var search = address.search(NOW, 20);

        assertThat(search.status()).isNull();
        assertThat(search.since()).isNull();
        assertThat(search.before()).isNull();
    }

    @Test
    void theFilterStaysWhenADeliveryIsUnfolded() {
        address.setId("1");
        address.setStatus("dead");
        address.setSince("7d");

        assertThat(address.search(NOW, 20).since()).isEqualTo("2026-11-15T05:00:00Z");
        assertThat(address.with("delivery", "2")).isEqualTo("?id=1&status=dead&since=7d&delivery=2");
        assertThat(address.with("status", null)).isEqualTo("?id=1&since=7d");
    }
}
