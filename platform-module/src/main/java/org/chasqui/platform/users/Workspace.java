package org.chasqui.platform.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "plt_workspace")
class Workspace {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "name")
    String name;

    @Column(name = "created_at")
    Instant createdAt;

    @Version
    @Column(name = "version")
    int version;

    protected Workspace() {}

    Workspace(UUID id, String name, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.createdAt = createdAt;
    }

    WorkspaceView view() {
        return new WorkspaceView(id, name, createdAt);
    }
}
