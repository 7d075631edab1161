package org.chasqui.platform.users;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in to the dashboard.
 *
 * @param lastLoginAt null when the person has never signed in
 */
public record UserView(
        UUID id,
        UUID workspaceId,
        String email,
        String name,
        Role role,
        Instant createdAt,
        @Nullable Instant lastLoginAt) {
    /** Whether the person may do something. */
    public boolean may(Permission permission) {
        return permission.isHeldBy(role);
    }
}
