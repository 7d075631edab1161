package org.chasqui.templates.templates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When the templates of an account were last compared with Meta. */
@Entity
@Table(name = "tpl_check")
class CheckRow {
    @Id
    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "workspace_id")
    UUID workspaceId;

    @Column(name = "checked_at")
    @Nullable
    Instant checkedAt;

    @Column(name = "failed_at")
    @Nullable
    Instant failedAt;

    @Column(name = "error")
    @Nullable
    String error;

    @Column(name = "wanted")
    boolean wanted;

    /** For JPA. */
    protected CheckRow() {}

    CheckRow(UUID accountId, UUID workspaceId) {
        this.accountId = accountId;
        this.workspaceId = workspaceId;
    }
}
