package org.chasqui.messaging.webhooks.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answer to {@code POST /webhooks/{id}/replay}. */
@Schema(name = "Replayed", description = "What a replay has come to.")
public record ReplayResponse(
        @Schema(description = "How many deliveries were begun.")
        int replayed) {}
