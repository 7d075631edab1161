package org.chasqui.campaigns.campaigns.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /campaigns/{id}/recipients}. */
@Schema(name = "NewRecipients", description = "People to put on the list of a campaign.")
public record RecipientsRequest(
        @Schema(description = "Up to 10,000.") @Nullable List<RecipientRequest> recipients,

        @Schema(description = "A saved audience, as it is now, instead of them.") @Nullable
        UUID audienceId) {}
