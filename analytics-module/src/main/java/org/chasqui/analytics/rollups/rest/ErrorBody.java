package org.chasqui.analytics.rollups.rest;

import org.chasqui.analytics.rollups.ErrorCount;
import org.chasqui.platform.graph.GraphErrors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Messages that failed with one code. */
@Schema(name = "ErrorCount", description = "Messages that failed with one of Meta's codes.")
public record ErrorBody(
        @Schema(description = "Meta's code; 0 when the gateway gave the message up itself.", example = "131026")
        int code,

        @Schema(description = "What it means.") String meaning,
        @Schema(description = "What to do about it.") String advice,

        @Schema(description = "How many messages stand as failed with it.")
        long messages) {
    private static final String OURS = "The gateway gave it up.";
    private static final String LOOK = "Look at the messages: each tells why.";

    static ErrorBody of(ErrorCount count) {
        if (count.code() == 0) {
            return new ErrorBody(0, OURS, LOOK, count.messages());
        }
        var known = GraphErrors.advice(count.code(), null);
        return new ErrorBody(count.code(), known.meaning(), known.advice(), count.messages());
    }
}
