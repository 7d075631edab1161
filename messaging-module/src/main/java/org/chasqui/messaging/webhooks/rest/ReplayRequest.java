package org.chasqui.messaging.webhooks.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /webhooks/{id}/replay}. */
@Schema(
        name = "Replay",
        description = "What to post again: one delivery; or those with a status; or, without a status, every event of"
                + " the time that the endpoint wants, whether it was posted before or not.")
public record ReplayRequest(
        @Schema(description = "One delivery.") @Nullable UUID deliveryId,

        @Schema(
                description = "Only events whose last delivery has this status: dead, delivered or pending.",
                example = "dead")
        @Nullable
        String status,

        @Schema(description = "Only events of these types; message.* means a family.") @Nullable
        List<String> types,

        @Schema(description = "Only events that we learnt of at or after this time.") @Nullable
        Instant since,

        @Schema(description = "Only events that we learnt of before this time; now when left out.") @Nullable
        Instant until) {}
