package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookFiguresTest {
    private long now;
    private int counts;

    @Test
    void whatTookLongToCountIsNotCountedForEveryLook() {
        var figures = counting(Duration.ofSeconds(1));
        figures.of(List.of());
        pass(Duration.ofSeconds(19));
        figures.of(List.of());
        assertThat(counts).isEqualTo(1);

        pass(Duration.ofSeconds(2));
        figures.of(List.of());
        assertThat(counts).isEqualTo(2);
    }

    @Test
    void whatIsQuicklyCountedIsAlwaysFresh() {
        var figures = counting(Duration.ofMillis(2));
        figures.of(List.of());
        pass(Duration.ofMillis(50));
        figures.of(List.of());

        assertThat(counts).isEqualTo(2);
    }

    @Test
    void nothingIsOlderThanAMinute() {
        var figures = counting(Duration.ofSeconds(30));
        figures.of(List.of());
        pass(Duration.ofSeconds(61));
        figures.of(List.of());

        assertThat(counts).isEqualTo(2);
    }

    private WebhookFigures counting(Duration takes) {
        var figures = new WebhookFigures() {
            @Override
            Overview count(List<UUID> ids) {
                counts++;
                pass(takes);
                return new Overview(Map.of(), new Figures(0, 0, 0, 0, null, null, null, List.of()));
            }
        };
        figures.nanos = () -> now;
        return figures;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
