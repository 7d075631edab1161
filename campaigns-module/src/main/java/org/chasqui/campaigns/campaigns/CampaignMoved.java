package org.chasqui.campaigns.campaigns;

import java.util.UUID;

/** Something was decided about a campaign; observers of a transaction phase hear of it with its commit. */
public record CampaignMoved(UUID workspaceId, UUID campaignId) {}
