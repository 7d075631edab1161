package org.chasqui.templates.templates.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a comparison with Meta brought. */
@Schema(name = "TemplateSync", description = "The outcome of a comparison with Meta.")
public record SyncResponse(
        @Schema(description = "When Meta was asked.", required = true)
        Instant checkedAt,

        @Schema(description = "How many templates there are.", required = true)
        int templates,

        @Schema(description = "How many changes were found.", required = true)
        int changes) {}
