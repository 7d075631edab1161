package org.chasqui.messaging.bots.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.bots.Draft;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A draft as the API prints it. */
@Schema(name = "BotDraft", description = "What an AI would have answered.")
public record DraftResponse(
        @Schema(description = "The conversation.") UUID conversationId,

        @Schema(description = "The decision that it came of.")
        UUID decisionId,

        @Schema(
                description = "The messages, as `POST /messages` takes them.",
                type = SchemaType.ARRAY,
                implementation = Object.class)
        List<JsonNode> replies,

        @Schema(description = "When it was written.") Instant createdAt) {

    static DraftResponse of(Draft draft) {
        return new DraftResponse(
                draft.conversationId(),
                draft.decisionId(),
                draft.replies().stream().<JsonNode>map(ReplyBody::of).toList(),
                draft.createdAt());
    }
}
