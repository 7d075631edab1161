package org.chasqui.platform.accounts.rest;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConnectAccount", description = "An account to connect with the token of a system user.")
public record ConnectBody(
        @Schema(description = "Meta's id of the account.", required = true, example = "102290129340398")
        @NotBlank(message = "is missing: Meta's id of the WhatsApp account.")
        String wabaId,

        @Schema(
                description = "Meta's id of the one number to connect; all numbers of the account without it.",
                example = "106540352242922",
                nullable = true)
        @Nullable
        String phoneNumberId,

        @Schema(
                description = "Token of a system user with the permissions whatsapp_business_management and"
                        + " whatsapp_business_messaging. It is stored encrypted and never shown again.",
                required = true)
        @NotBlank(message = "is missing: the token of a system user.")
        String accessToken,

        @Schema(
                description = "Six digits: the two-step PIN of a number that is not registered yet. Without it one is"
                        + " made.",
                example = "271828",
                nullable = true)
        @Nullable
        String pin) {
    /** Without token and PIN. */
    @Override
    public String toString() {
        return "ConnectBody[wabaId=" + wabaId + "]";
    }
}
