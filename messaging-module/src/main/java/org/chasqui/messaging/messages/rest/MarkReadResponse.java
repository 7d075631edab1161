package org.chasqui.messaging.messages.rest;

import java.util.UUID;
import org.chasqui.messaging.messages.MessageView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to {@code POST /messages/{id}/read}. */
@Schema(
        name = "MarkedRead",
        description = "A message that Meta has marked as read, with all earlier ones of the person.")
public record MarkReadResponse(
        @Schema(description = "true: Meta has marked it.") boolean success,
        @Schema(description = "Our id of the message.") UUID id,

        @Schema(description = "Meta's id of the message.") @Nullable
        String wamid) {

    static MarkReadResponse of(MessageView view) {
        return new MarkReadResponse(true, view.id(), view.wamid());
    }
}
