package org.chasqui.platform.keys.rest;

import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CreateKey", description = "The wish for an API key.")
public record CreateKeyBody(
        @Schema(description = "What the key is for; 1 to 100 characters.", required = true, example = "Web shop")
        @NotBlank(message = "is missing: say what the key is for.")
        String name,

        @Schema(
                description = "Which API the key speaks.",
                defaultValue = "chasqui",
                enumeration = {"chasqui", "dialog360", "cbot", "botmaker", "waabot"},
                nullable = true)
        @Nullable
        String kind,

        @Schema(
                description = "What the key may do: whatsapp:read, whatsapp:write, whatsapp:send, or * for everything."
                        + " Without it the key may do nothing. A key gives only scopes that it holds itself.",
                example = "[\"whatsapp:read\", \"whatsapp:send\"]",
                nullable = true)
        @Nullable
        List<String> scopes,

        @Schema(
                description = "Our id or Meta's id of the only number that the key may use; all numbers without it.",
                nullable = true)
        @Nullable
        String phoneNumberId,

        @Schema(description = "When the key ends; never without it.", nullable = true) @Nullable
        Instant expiresAt) {}
