package org.chasqui.api.dialog360.hub;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner has said of itself.
 *
 * @param webhookId the endpoint of messaging that hears of its channels, which somebody may have removed since; null for none
 * @param redirectUrl where it wants people to go who have connected a number
 */
record PartnerNotes(
        UUID workspaceId,
        @Nullable UUID webhookId,
        @Nullable String redirectUrl,
        @Nullable String brandName,
        @Nullable String logoUrl) {
    static PartnerNotes none(UUID workspaceId) {
        return new PartnerNotes(workspaceId, null, null, null, null);
    }

    PartnerNotes withWebhook(@Nullable UUID id) {
        return new PartnerNotes(workspaceId, id, redirectUrl, brandName, logoUrl);
    }
}
