package org.chasqui.analytics.rollups.rest;

import org.chasqui.analytics.rollups.DayBucket;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The messages of one day. */
@Schema(name = "AnalyticsDay", description = "The messages that were accepted or written on one day.")
public record DayBody(
        @Schema(description = "The day in the zone that was asked for.", example = "2026-11-22")
        String date,

        @Schema(description = "Messages accepted here.") long queued,
        @Schema(description = "Of these, accepted by Meta.") long accepted,
        @Schema(description = "Of these, sent by Meta.") long sent,

        @Schema(description = "Of these, on the device of the person.")
        long delivered,

        @Schema(description = "Of these, read.") long read,
        @Schema(description = "Of these, answered.") long replied,
        @Schema(description = "Of these, failed.") long failed,

        @Schema(description = "Messages that people wrote; 0 with a filter that they cannot meet.")
        long received) {

    static DayBody of(DayBucket bucket) {
        var totals = bucket.totals();
        return new DayBody(
                bucket.day().toString(),
                totals.queued(),
                totals.accepted(),
                totals.sent(),
                totals.delivered(),
                totals.read(),
                totals.replied(),
                totals.failed(),
                totals.received());
    }
}
