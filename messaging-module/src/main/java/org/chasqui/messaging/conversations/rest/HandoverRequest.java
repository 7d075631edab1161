package org.chasqui.messaging.conversations.rest;

import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /conversations/{id}/handover}; may be left out. */
@Schema(name = "Handover", description = "Who gets a conversation, and for how long.")
public record HandoverRequest(
        @Schema(description = "E-mail of a person of the workspace; whoever is there when left out.") @Nullable
        String assignee,

        @Schema(description = "What that person should know; 500 characters at most.") @Nullable
        String note,

        @Schema(description = "How long; as the bot is set when left out, 0 for until it is given back.") @Nullable
        Long seconds) {

    @Nullable
    Duration time() {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
