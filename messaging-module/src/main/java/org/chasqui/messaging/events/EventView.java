package org.chasqui.messaging.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event as the API and webhooks print it: the same bytes each time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Event", description = "Something that happened.")
public record EventView(
        @Schema(description = "Our id; the same in every delivery, and the cursor of this list.")
        UUID id,

        @Schema(description = "What happened.", example = "message.delivered")
        String type,

        @Schema(description = "When we learnt of it.") Instant createdAt,
        @Schema(description = "Whose event it is.") UUID workspaceId,

        @Schema(description = "Meta's id of the number that it is about.", example = "106540352242922") @Nullable
        String phoneNumberId,

        @Schema(
                description = "What it is about, as the API prints it: a message, a contact, a conversation.",
                implementation = Object.class)
        @JsonRawValue
        String data) {}
