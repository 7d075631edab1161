package org.chasqui.platform.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "plt_user")
class User {
    static final int ATTEMPTS = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "workspace_id")
    UUID workspaceId;

    @Column(name = "email")
    String email;

    @Column(name = "name")
    String name;

    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    Role role;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "failed_attempts")
    int failedAttempts;

    @Column(name = "locked_until")
    @Nullable
    Instant lockedUntil;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_login_at")
    @Nullable
    Instant lastLoginAt;

    @Version
    @Column(name = "version")
    int version;

    protected User() {}

    User(UUID id, UUID workspaceId, NewUser wish, String passwordHash, Instant createdAt) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.email = wish.email();
        this.name = wish.name();
        this.role = wish.role();
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /**
     * Settles an attempt to sign in. While the account is locked even the right password is refused: otherwise whoever
     * guesses in parallel would learn from the answer, and the lock would protect nothing.
     */
    boolean settle(boolean passwordIsRight, Instant now) {
        if (isLocked(now)) {
            return false;
        }
        if (passwordIsRight) {
            failedAttempts = 0;
            lockedUntil = null;
            lastLoginAt = now;
            return true;
        }
        failedAttempts++;
        if (failedAttempts >= ATTEMPTS) {
            failedAttempts = 0;
            lockedUntil = now.plus(LOCK);
        }
        return false;
    }

    void changePassword(String hash) {
        passwordHash = hash;
        failedAttempts = 0;
        lockedUntil = null;
    }

    UserView view() {
        return new UserView(id, workspaceId, email, name, role, createdAt, lastLoginAt);
    }
}
