package org.chasqui.platform.accounts.rest;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CreateOnboardingLink", description = "A link for an end customer.")
public record LinkWish(
        @Schema(description = "Whom it is for, up to 100 characters.", example = "Casa Adire Rio", required = true)
        @NotBlank(message = "is missing: whom the link is for.")
        String name,

        @Schema(
                description = "How many seconds it is good, 300 to 2592000; a week without it.",
                example = "604800",
                nullable = true)
        @Nullable
        Long expiresIn,

        @Schema(description = "Whether the number stays in the WhatsApp Business app.", nullable = true) @Nullable
        Boolean coexistence) {}
