package org.chasqui.platform.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.chasqui.platform.ids.Ids;

/** Makes the first workspace with its owner; later people are added by {@link Users}. */
@ApplicationScoped
public class FirstOwner {
    @Inject
    UserStore store;

    @Inject
    Passwords passwords;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** Whether anybody can sign in. */
    @Transactional
    public boolean exists() {
        return !store.hasNobody();
    }

    /** Makes a workspace and its owner. */
    @Transactional
    public WorkspaceView create(String workspaceName, NewUser wish) {
        var workspace = new Workspace(ids.next(), workspaceName, clock.instant());
        store.add(workspace);
        store.add(new User(ids.next(), workspace.id, wish, passwords.hash(wish.password()), clock.instant()));
        return workspace.view();
    }
}
