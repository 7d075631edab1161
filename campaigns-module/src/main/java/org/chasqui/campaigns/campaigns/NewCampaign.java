package org.chasqui.campaigns.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a campaign.
 *
 * @param phoneNumberId our id or Meta's of the number that sends
 * @param language null when the template exists in one language only
 * @param components parts that are the same for everybody, as Graph takes them; null for none
 * @param scheduledAt as written; null when it does not begin by itself
 * @param timeZone zone in which that is meant; null when it has an offset
 * @param validity how long each message is worth sending; null for the default
 * @param errorThreshold per cent of failures at which it pauses, 0 for never; null for the default
 * @param createdBy who wishes it
 * @param reservedId id that an idempotency key has reserved for it; null to make a new one
 */
public record NewCampaign(
        UUID workspaceId,
        String name,
        String template,
        String phoneNumberId,
        @Nullable String language,
        @Nullable JsonNode components,
        @Nullable String scheduledAt,
        @Nullable String timeZone,
        @Nullable Duration validity,
        @Nullable Integer errorThreshold,
        String createdBy,
        @Nullable UUID reservedId) {}
