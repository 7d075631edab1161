package org.chasqui.platform.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The workspaces. */
@ApplicationScoped
public class Workspaces {
    @Inject
    UserStore store;

    /** The workspace that the first start made; empty only before that. */
    @Transactional
    public Optional<WorkspaceView> first() {
        return store.oldestWorkspace().map(Workspace::view);
    }

    /** A workspace by id. */
    @Transactional
    public Optional<WorkspaceView> byId(UUID id) {
        return store.workspace(id).map(Workspace::view);
    }
}
