package org.chasqui.messaging.conversations.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.bots.Handling;
import org.chasqui.messaging.conversations.ConversationView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conversation as the API prints it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Conversation", description = "What one of your numbers and a person write each other.")
public record ConversationResponse(
        @Schema(description = "Our id (UUIDv7).") UUID id,

        @Schema(description = "Meta's id of the number.", example = "106540352242922") @Nullable
        String phoneNumberId,

        @Schema(description = "The contact; absent when the person never wrote and is not known.") @Nullable
        UUID contactId,

        @Schema(
                description = "The person, in E.164, or a user id when the number is hidden.",
                example = "+5511955501234")
        String with,

        @Schema(description = "What the person calls himself.") @Nullable
        String name,

        @Schema(description = "Whether free-form messages are allowed now: the person wrote in the last 24 hours.")
        boolean windowOpen,

        @Schema(description = "When that ends or ended; absent when the person never wrote.") @Nullable
        Instant windowExpiresAt,

        @Schema(description = "When the person last wrote.") @Nullable
        Instant lastInboundAt,

        @Schema(description = "The bot of the number; absent when none is linked.") @Nullable
        UUID botId,

        @Schema(description = "Whether automatic answers of any kind are allowed in it.")
        boolean aiAutoreplyEnabled,

        @Schema(description = "Who has it.") HandlingResponse handling,
        @Schema(description = "When it began.") Instant createdAt) {

    static ConversationResponse of(
            ConversationView view, Handling handling, @Nullable String phoneNumberId, Instant now) {
        boolean number = view.peer().chars().allMatch(Character::isDigit);
        return new ConversationResponse(
                view.id(),
                phoneNumberId,
                view.contactId(),
                number ? "+" + view.peer() : view.peer(),
                view.name(),
                view.isWindowOpenAt(now),
                view.windowExpiresAt(),
                view.lastInboundAt(),
                handling.botId(),
                handling.autoreply(),
                HandlingResponse.of(handling),
                view.createdAt());
    }
}
