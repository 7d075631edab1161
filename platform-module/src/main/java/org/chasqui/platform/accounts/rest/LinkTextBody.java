package org.chasqui.platform.accounts.rest;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MessageLinkText", description = "What a message link writes for the person.")
public record LinkTextBody(
        @Schema(
                description = "What stands in the person's text box, 1 to 140 characters.",
                required = true,
                example = "Hello, I saw your shop")
        @NotBlank(message = "is missing: it is what the person will send.")
        String text) {}
