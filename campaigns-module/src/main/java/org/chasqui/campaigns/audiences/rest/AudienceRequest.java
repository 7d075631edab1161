package org.chasqui.campaigns.audiences.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /audiences}. */
@Schema(name = "NewAudience", description = "People who are meant by what is known about them.")
public record AudienceRequest(
        @Schema(description = "Name, for people.", required = true, example = "Customers in Lima") @Nullable
        String name,

        @Schema(description = "People who have all of these tags; everybody without any.") @Nullable
        List<String> tags) {}
