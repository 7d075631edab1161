package org.chasqui.messaging.bots.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.bots.Trial;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a bot would do, as the API prints it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BotTestResult", description = "What a bot would do about a text.")
public record TrialResponse(
        @Schema(description = "The time that it was asked for.")
        Instant at,

        @Schema(description = "replied, drafted, handed_over, silent or failed", example = "replied")
        String outcome,

        @Schema(description = "Why, in a word.", example = "rule")
        String reason,

        @Schema(description = "More about it.") @Nullable String detail,

        @Schema(description = "The rule that decided.") @Nullable
        UUID ruleId,

        @Schema(
                description = "What it would say, as in `POST /messages`.",
                type = SchemaType.ARRAY,
                implementation = Object.class)
        List<JsonNode> replies,

        @Schema(description = "Tags that the person would get.")
        List<String> tagsAdded,

        @Schema(description = "Tags that he would lose.") List<String> tagsRemoved,
        @Schema(description = "What was looked at.") TraceBody trace) {

    static TrialResponse of(Trial trial) {
        return new TrialResponse(
                trial.at(),
                trial.outcome().wireName(),
                trial.reason().wireName(),
                trial.detail(),
                trial.ruleId(),
                trial.replies().stream().<JsonNode>map(ReplyBody::of).toList(),
                trial.tagsAdded(),
                trial.tagsRemoved(),
                TraceBody.of(trial.trace()));
    }
}
