package org.chasqui.api.botmaker.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Botmaker calls a campaign: a name under which notifications are gathered.
 *
 * @param goal what it is for; null when nobody has said
 */
record Gathering(
        UUID id, UUID workspaceId, String name, @Nullable String goal, Instant createdAt) {}
