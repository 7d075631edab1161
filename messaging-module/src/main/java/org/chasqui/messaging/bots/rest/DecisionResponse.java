package org.chasqui.messaging.bots.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.bots.DecisionView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision as the API prints it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BotDecision", description = "What a bot decided about what a person wrote.")
public record DecisionResponse(
        @Schema(description = "Our id.") UUID id,
        @Schema(description = "The bot.") UUID botId,
        @Schema(description = "The conversation.") UUID conversationId,
        @Schema(description = "When.") Instant at,

        @Schema(description = "replied, drafted, handed_over, silent or failed", example = "replied")
        String outcome,

        @Schema(description = "Why, in a word.", example = "rule")
        String reason,

        @Schema(description = "More about it.") @Nullable String detail,

        @Schema(description = "The rule that decided.") @Nullable
        UUID ruleId,

        @Schema(description = "Our ids of the messages that it was about.")
        List<UUID> inbound,

        @Schema(description = "Our ids of the messages that it answered with.")
        List<UUID> replies,

        @Schema(description = "What was looked at.") TraceBody trace,
        @Schema(description = "How long deciding took.") int durationMs) {

    static DecisionResponse of(DecisionView decision) {
        return new DecisionResponse(
                decision.id(),
                decision.botId(),
                decision.conversationId(),
                decision.at(),
                decision.outcome().wireName(),
                decision.reason().wireName(),
                decision.detail(),
                decision.ruleId(),
                decision.inbound(),
                decision.replies(),
                TraceBody.of(decision.trace()),
                decision.durationMillis());
    }
}
