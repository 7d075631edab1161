package org.chasqui.messaging.conversations.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.chasqui.messaging.bots.Handling;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who has a conversation, as the API prints it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Handling", description = "Who has a conversation: its number's bot, a person, or nobody in particular.")
public record HandlingResponse(
        @Schema(description = "bot, person or nobody", example = "bot")
        String by,

        @Schema(description = "When a person got it.") @Nullable
        Instant since,

        @Schema(description = "When it goes back to the bot by itself; absent when it does not.") @Nullable
        Instant until,

        @Schema(
                description = "How a person got it: rule, bot, failure, written (somebody wrote in it) or assigned.",
                example = "rule")
        @Nullable
        String cause,

        @Schema(description = "E-mail of the person who should answer.") @Nullable
        String assignee,

        @Schema(description = "What that person should know.") @Nullable
        String note) {

    static HandlingResponse of(Handling handling) {
        var cause = handling.cause();
        return new HandlingResponse(
                handling.by().wireName(),
                handling.since(),
                handling.until(),
                cause == null ? null : cause.wireName(),
                handling.assignee(),
                handling.note());
    }
}
