package org.chasqui.platform.users;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people of a workspace. */
@ApplicationScoped
public class Users {
    /** A person by e-mail, whatever the case of its letters: what {@code SecurityContext.getCallerPrincipal().getName()} holds. */
    public Optional<UserView> byEmail(String email) {
        throw new UnsupportedOperationException("to follow");
    }

    /** The people of a workspace by e-mail. */
    public List<UserView> list(UUID workspaceId) {
        throw new UnsupportedOperationException("to follow");
    }
}
