package org.chasqui.campaigns.audiences.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.campaigns.audiences.Audience;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An audience as the API shows it. */
@Schema(name = "Audience", description = "People who are meant by what is known about them, at the time it is used.")
public record AudienceResponse(
        @Schema(description = "Our id.", required = true) UUID id,

        @Schema(description = "Name.", required = true, example = "Customers in Lima")
        String name,

        @Schema(description = "People who have all of these tags.", required = true)
        List<String> tags,

        @Schema(description = "When it was saved.", required = true)
        Instant createdAt) {
    static AudienceResponse of(Audience audience) {
        return new AudienceResponse(audience.id(), audience.name(), audience.tags(), audience.createdAt());
    }
}
