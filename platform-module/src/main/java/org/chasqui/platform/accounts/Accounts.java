package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The WABAs of a workspace. */
@ApplicationScoped
public class Accounts {
    /** All connected accounts, the oldest first. */
    public List<AccountView> list(UUID workspaceId) {
        throw new UnsupportedOperationException("to follow");
    }
}
