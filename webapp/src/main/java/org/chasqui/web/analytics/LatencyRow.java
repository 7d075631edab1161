package org.chasqui.web.analytics;

import java.time.Duration;
import org.chasqui.analytics.rollups.Latency;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** How long a step took for the messages of a category. */
public final class LatencyRow {
    private static final Texts TEXTS = Texts.of("analytics");

    private final Latency latency;

    LatencyRow(Latency latency) {
        this.latency = latency;
    }

    public String getStep() {
        return TEXTS.getOr("step." + latency.step().wireName(), latency.step().wireName());
    }

    public String getCategory() {
        return TEXTS.getOr("category." + latency.category(), latency.category());
    }

    public String getMessages() {
        return Formats.count(latency.times().messages());
    }

    public String getHalf() {
        return percentile(50);
    }

    public String getMost() {
        return percentile(95);
    }

    public String getNearlyAll() {
        return percentile(99);
    }

    private String percentile(int percent) {
        return Formats.duration(Duration.ofMillis(latency.times().percentile(percent)));
    }
}
