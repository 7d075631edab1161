package org.chasqui.messaging.bots.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.bots.ActionJson;
import org.chasqui.messaging.bots.RuleView;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule as the API prints it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BotRule", description = "Keywords, and what is done about them.")
public record RuleResponse(
        @Schema(description = "Our id.") UUID id,

        @Schema(description = "What people call it.") @Nullable
        String title,

        @Schema(description = "exact, contains or regex") String match,
        @Schema(description = "One of them is enough.") List<String> keywords,

        @Schema(description = "In their order.", type = SchemaType.ARRAY, implementation = Object.class)
        List<JsonNode> actions,

        @Schema(description = "The higher one goes first.") int priority,
        @Schema(description = "Whether it is looked at.") boolean active,

        @Schema(description = "How often it has decided an answer.")
        long hits,

        @Schema(description = "When last.") @Nullable Instant lastHitAt,
        @Schema(description = "When it was made.") Instant createdAt,
        @Schema(description = "When it was last changed.") Instant updatedAt) {

    static RuleResponse of(RuleView rule) {
        return new RuleResponse(
                rule.id(),
                rule.title(),
                rule.match().wireName(),
                rule.keywords(),
                rule.actions().stream().<JsonNode>map(ActionJson::write).toList(),
                rule.priority(),
                rule.active(),
                rule.hits(),
                rule.lastHitAt(),
                rule.createdAt(),
                rule.updatedAt());
    }
}
