package org.chasqui.messaging.webhooks.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request that the inspector got. */
@Schema(name = "InspectedRequest", description = "A request that the built-in inspector got.")
public record InspectorRequest(
        @Schema(description = "Our id.") UUID id,
        @Schema(description = "When.") Instant receivedAt,

        @Schema(description = "Its headers.", implementation = Object.class) @JsonRawValue
        String headers,

        @Schema(description = "Its body, as it came.") String body) {}
