package org.chasqui.platform.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.chasqui.platform.database.NullableUuid;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "plt_api_key")
class ApiKey {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "workspace_id")
    UUID workspaceId;

    @Column(name = "name")
    String name;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    KeyKind kind;

    @Column(name = "prefix")
    String prefix;

    @Column(name = "secret_hash")
    byte[] secretHash;

    @Column(name = "scopes")
    String scopes;

    @Column(name = "phone_number_id")
    @Convert(converter = NullableUuid.class)
    @Nullable
    UUID phoneNumberId;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    // Written in batches by LastUse, never by JPA.
    @Column(name = "last_used_at", insertable = false, updatable = false)
    @Nullable
    Instant lastUsedAt;

    @Version
    @Column(name = "version")
    int version;

    protected ApiKey() {}

    ApiKey(UUID id, CreateApiKey wish, String secret, Instant createdAt) {
        this.id = id;
        this.workspaceId = wish.workspaceId();
        this.name = wish.name();
        this.kind = wish.kind();
        this.prefix = Secrets.prefix(secret);
        this.secretHash = Secrets.hash(secret);
        this.scopes = String.join(" ", new TreeSet<>(wish.scopes()));
        this.phoneNumberId = wish.phoneNumberId();
        this.createdBy = wish.createdBy();
        this.createdAt = createdAt;
        this.expiresAt = wish.expiresAt();
    }

    /** Revokes; says whether that changed anything. */
    boolean revoke(Instant now) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = now;
        return true;
    }

    ApiKeyView view() {
        return new ApiKeyView(
                id,
                workspaceId,
                name,
                kind,
                prefix,
                scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" ")),
                phoneNumberId,
                createdAt,
                expiresAt,
                revokedAt,
                lastUsedAt,
                createdBy);
    }
}
