package org.chasqui.messaging.conversations.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /conversations/{id}/autoreply}. */
@Schema(name = "ConversationAutoreply", description = "Whether automatic answers are wanted in a conversation.")
public record AutoreplyRequest(
        @Schema(description = "Whether they are.", required = true) @NotNull(message = "is missing.") @Nullable
        Boolean enabled) {}
