package org.chasqui.platform.accounts.rest;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ExchangeCode", description = "What Meta's Embedded Signup window gave.")
public record ExchangeBody(
        @Schema(
                description = "The code of the window. It lives for 30 seconds, and Meta takes it once.",
                required = true)
        @NotBlank(message = "is missing: the code that Meta's window gave.")
        String code,

        @Schema(
                description = "Meta's id of the number, as the window said it; not needed when there is but one.",
                example = "106540352242922",
                nullable = true)
        @Nullable
        String phoneNumberId,

        @Schema(
                description = "Meta's id of the account, as the window said it; the code tells it, too.",
                example = "102290129340398",
                nullable = true)
        @Nullable
        String wabaId,

        @Schema(
                description =
                        "Six digits: the number's two-step PIN where it has one, else the one that it gets. Without"
                                + " it one is made. It is stored encrypted.",
                example = "271828",
                nullable = true)
        @Nullable
        String pin,

        @Schema(
                description = "Whether the number stays in the WhatsApp Business app, and so is not registered.",
                nullable = true)
        @Nullable
        Boolean coexistence) {
    /** Without code and PIN. */
    @Override
    public String toString() {
        return "ExchangeBody[phoneNumberId=" + phoneNumberId + "]";
    }
}
