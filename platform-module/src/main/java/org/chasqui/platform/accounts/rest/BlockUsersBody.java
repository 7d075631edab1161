package org.chasqui.platform.accounts.rest;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BlockUsers", description = "Whom to block.")
public record BlockUsersBody(
        @Schema(description = "1 to 100 numbers.", required = true, example = "[\"+5511955501234\"]")
        @NotNull(message = "is missing.")
        List<String> users) {}
