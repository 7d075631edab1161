package org.chasqui.messaging.bots.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.messaging.bots.ActionJson;
import org.chasqui.messaging.bots.BotAction;
import org.chasqui.messaging.bots.MatchKind;
import org.chasqui.messaging.bots.RuleWish;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /bots/{id}/rules} and {@code PUT /bots/{id}/rules/{rule_id}}. */
@Schema(name = "BotRuleWish", description = "A rule as it shall be. In a change, what is left out stays.")
public record RuleRequest(
        @Schema(description = "What people call it.", example = "Prices") @Nullable
        String title,

        @Schema(
                description =
                        "`exact`: the message is nothing but the keyword; `contains`: it has it as a word of its own;"
                                + " `regex`: RE2. Case, accents and white space never matter.",
                defaultValue = "contains")
        @Nullable
        String match,

        @Schema(description = "1 to 100; one of them is enough.", example = "[\"price\", \"how much\"]") @Nullable
        List<String> keywords,

        @Schema(
                description =
                        "1 to 10, in order: `{type: text, text}`, any other type of `POST /messages` with its object,"
                                + " `{type: tag, add, remove}`, `{type: handover, assignee, note}`.",
                type = SchemaType.ARRAY,
                implementation = Object.class)
        @Nullable
        List<JsonNode> actions,

        @Schema(description = "The higher one goes first; below all others when never set.") @Nullable
        Integer priority,

        @Schema(description = "Whether it is looked at.", defaultValue = "true") @Nullable
        Boolean active) {

    RuleWish wish() {
        return new RuleWish(
                title, match == null ? null : MatchKind.parse(match), keywords, actions(actions), priority, active);
    }

    private static @Nullable List<BotAction> actions(@Nullable List<JsonNode> given) {
        if (given == null) {
            return null;
        }
        var actions = new ArrayList<BotAction>();
        for (int i = 0; i < given.size(); i++) {
            actions.add(ActionJson.read("actions[" + i + "]", given.get(i)));
        }
        return actions;
    }
}
