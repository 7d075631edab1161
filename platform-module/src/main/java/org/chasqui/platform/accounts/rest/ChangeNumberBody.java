package org.chasqui.platform.accounts.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ChangePhoneNumber", description = "What of a number shall be changed at Meta.")
public record ChangeNumberBody(
        @Schema(description = "The business profile.", required = true)
        @NotNull(message = "is missing: it holds what people see of the business.")
        ProfileBody profile) {}
