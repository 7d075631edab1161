package org.chasqui.platform.users;

import java.time.Instant;
import java.util.UUID;

/** A tenant: owns people, keys, accounts and everything that they make. */
public record WorkspaceView(UUID id, String name, Instant createdAt) {}
