package org.chasqui.analytics.rollups;

import java.time.Instant;
import java.util.UUID;

/** A day of a workspace, which is what is folded at a time; {@code day} is its beginning in UTC. */
public record DayOfWorkspace(UUID workspaceId, Instant day) {}
