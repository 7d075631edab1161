package org.chasqui.analytics.rollups.rest;

import java.time.Instant;
import org.chasqui.analytics.rollups.Totals;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far messages came. Each step counts all messages that reached it, so each is part of the one before. */
@Schema(name = "Funnel", description = "How far messages came. Each step counts every message that reached it.")
public record FunnelBody(
        @Schema(description = "Beginning of the time, inclusive.")
        Instant since,

        @Schema(description = "End of the time, exclusive.") Instant until,
        @Schema(description = "Messages accepted here.") long queued,
        @Schema(description = "Accepted by Meta.") long accepted,
        @Schema(description = "Sent by Meta.") long sent,

        @Schema(description = "On the device of the person.")
        long delivered,

        @Schema(description = "Read by the person.") long read,

        @Schema(description = "Answered by the person, within seven days or with a quotation.")
        long replied,

        @Schema(description = "Failed.") long failed,

        @Schema(description = "Nobody knows yet whether Meta has them.")
        long uncertain,

        @Schema(description = "Expired before they could be sent.")
        long expired,

        @Schema(description = "Cancelled.") long cancelled) {

    static FunnelBody of(CountQuery.Span span, Totals totals) {
        return new FunnelBody(
                span.since(),
                span.until(),
                totals.queued(),
                totals.accepted(),
                totals.sent(),
                totals.delivered(),
                totals.read(),
                totals.replied(),
                totals.failed(),
                totals.uncertain(),
                totals.expired(),
                totals.cancelled());
    }
}
