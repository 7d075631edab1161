package org.chasqui.messaging.bots.rest;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Body of {@code POST /bots/{id}/rules/order}. */
@Schema(name = "BotRuleOrder", description = "In which order rules are looked at.")
public record OrderRequest(
        @Schema(description = "Every rule of the bot once, the first one first.", required = true)
        @NotNull(message = "is missing.")
        List<UUID> ruleIds) {}
