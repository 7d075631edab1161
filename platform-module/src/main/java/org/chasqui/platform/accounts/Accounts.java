package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The WABAs of a workspace. */
@ApplicationScoped
public class Accounts {
    @Inject
    AccountStore store;

    /** All connected accounts, the oldest first. */
    @Transactional
    public List<AccountView> list(UUID workspaceId) {
        return store.ofWorkspace(workspaceId).stream().map(Account::view).toList();
    }

    /** Whose account this is, by Meta's id: for webhooks, never for a request. */
    @Transactional
    public Optional<UUID> workspaceOf(String wabaId) {
        return store.byWaba(wabaId).map(account -> account.workspaceId);
    }
}
