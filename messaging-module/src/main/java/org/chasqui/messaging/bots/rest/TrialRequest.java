package org.chasqui.messaging.bots.rest;

import java.time.Instant;
import org.chasqui.messaging.bots.Trial;
import org.chasqui.platform.failure.RequestFailed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /bots/{id}/test}. */
@Schema(name = "BotTest", description = "What to try.")
public record TrialRequest(
        @Schema(description = "What a person would write.", example = "How much is it?", required = true) @Nullable
        String text,

        @Schema(
                description = "The person, in E.164 or as a user id; somebody unknown when left out.",
                example = "+5511955501234")
        @Nullable
        String from,

        @Schema(description = "When; now when left out.") @Nullable
        Instant at,

        @Schema(
                description = "Whether the AI or the server is really asked, which may cost; otherwise it is only said"
                        + " that it would be.",
                defaultValue = "false")
        @Nullable
        Boolean askSource) {

    Trial.Wish wish() {
        if (text == null) {
            throw RequestFailed.invalid("text", "is missing: what a person would write.");
        }
        return new Trial.Wish(text, from, at, Boolean.TRUE.equals(askSource));
    }

    /** Without the words. */
    @Override
    public String toString() {
        return "TrialRequest[]";
    }
}
