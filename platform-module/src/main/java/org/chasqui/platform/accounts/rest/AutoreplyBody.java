package org.chasqui.platform.accounts.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /phone_numbers/{phone_id}/autoreply}. */
@Schema(name = "Autoreply", description = "Whether automatic answers are wanted.")
public record AutoreplyBody(
        @Schema(description = "Whether they are.", required = true) @NotNull(message = "is missing.") @Nullable
        Boolean enabled) {}
