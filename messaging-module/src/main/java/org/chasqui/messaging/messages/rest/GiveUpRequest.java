package org.chasqui.messaging.messages.rest;

import org.chasqui.platform.failure.RequestFailed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /messages/{id}/give_up}; may be left out. */
@Schema(name = "GiveUp", description = "Why a message is given up.")
public record GiveUpRequest(
        @Schema(description = "Shown with the message, up to 500 characters.", example = "Told by phone instead.")
        @Nullable
        String reason) {

    private static final int LONGEST = 500;

    @Nullable
    String checkedReason() {
        if (reason != null && reason.length() > LONGEST) {
            throw RequestFailed.invalid(
                    "reason", "has " + reason.length() + " characters; at most " + LONGEST + " are kept.");
        }
        return reason == null || reason.isBlank() ? null : reason.replace("\0", "");
    }
}
