package org.chasqui.platform.accounts.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /phone_numbers/{phone_id}/link-bot}. */
@Schema(name = "LinkBot", description = "Which bot answers on a number.")
public record LinkBotBody(
        @Schema(description = "The bot; null unlinks the one that is.", nullable = true) @Nullable
        UUID botId) {}
