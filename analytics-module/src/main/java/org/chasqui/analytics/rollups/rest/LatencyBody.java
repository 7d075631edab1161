package org.chasqui.analytics.rollups.rest;

import org.chasqui.analytics.rollups.Latency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long a step took. */
@Schema(
        name = "Latency",
        description = "How long a step took for the messages of a category. Percentiles are never too low and at most a"
                + " quarter too high.")
public record LatencyBody(
        @Schema(
                description =
                        "accepted (from our acceptance to Meta's), sent and delivered (from Meta's acceptance), read"
                                + " (from delivery)",
                example = "delivered")
        String step,

        @Schema(description = "marketing, utility, authentication or service", example = "utility")
        String category,

        @Schema(description = "How many messages took the step.")
        long messages,

        @Schema(description = "Half of them took no longer, in milliseconds.")
        long p50Ms,

        @Schema(description = "95 of 100 took no longer, in milliseconds.")
        long p95Ms,

        @Schema(description = "99 of 100 took no longer, in milliseconds.")
        long p99Ms) {

    static LatencyBody of(Latency latency) {
        var times = latency.times();
        return new LatencyBody(
                latency.step().wireName(),
                latency.category(),
                times.messages(),
                times.percentile(50),
                times.percentile(95),
                times.percentile(99));
    }
}
