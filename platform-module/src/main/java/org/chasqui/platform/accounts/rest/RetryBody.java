package org.chasqui.platform.accounts.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that asks for another try of an onboarding. Each part may be null. */
@Schema(name = "RetryOnboarding", description = "What is new at another try; all of it may be left out.")
public record RetryBody(
        @Schema(description = "The number's two-step PIN, six digits.", example = "271828", nullable = true) @Nullable
        String pin,

        @Schema(description = "Meta's id of the number that is meant.", example = "106540352242922", nullable = true)
        @Nullable
        String phoneNumberId,

        @Schema(
                description = "The step to begin with; the one that failed without it.",
                enumeration = {"exchange", "inspect", "find", "subscribe", "callback", "register", "ready", "sync"},
                nullable = true)
        @Nullable
        String step) {
    /** Without the PIN. */
    @Override
    public String toString() {
        return "RetryBody[step=" + step + "]";
    }
}
