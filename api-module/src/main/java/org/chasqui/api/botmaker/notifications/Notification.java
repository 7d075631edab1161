package org.chasqui.api.botmaker.notifications;

import java.time.Instant;
import java.util.UUID;

/**
 * What Botmaker calls a notification: one of our campaigns.
 *
 * @param campaignId our id of it
 * @param gathering the campaign, in Botmaker's word, that it belongs to
 */
record Notification(UUID campaignId, UUID workspaceId, Gathering gathering, String name, Instant createdAt) {}
