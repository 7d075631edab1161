package org.chasqui.messaging.bots.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.bots.Trace;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a bot looked at, as the API prints it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BotTrace", description = "What a bot looked at before it decided.")
public record TraceBody(
        @Schema(description = "Whether it was within its hours, in words.")
        String hours,

        @Schema(description = "Whether it was.") boolean withinHours,

        @Schema(description = "Who had the conversation: bot, person or nobody.")
        String handling,

        @Schema(description = "Its rules in their order; of what was decided in earnest, only those that matched.")
        List<RuleVerdictBody> rules,

        @Schema(description = "What came of asking the AI or the server; absent when there was nobody to ask.")
        @Nullable
        String source) {

    /** What became of one rule. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BotRuleVerdict", description = "What became of one rule.")
    public record RuleVerdictBody(
            @Schema(description = "Our id of the rule.") UUID ruleId,

            @Schema(description = "What people call it.") @Nullable
            String title,

            @Schema(description = "Whether a keyword was found.")
            boolean matched,

            @Schema(description = "Which one.") @Nullable String keyword,
            @Schema(description = "A short sentence.") String why) {}

    static TraceBody of(Trace trace) {
        return new TraceBody(
                trace.hours(),
                trace.withinHours(),
                trace.handling().wireName(),
                trace.rules().stream()
                        .map(one ->
                                new RuleVerdictBody(one.ruleId(), one.title(), one.matched(), one.keyword(), one.why()))
                        .toList(),
                trace.source());
    }
}
