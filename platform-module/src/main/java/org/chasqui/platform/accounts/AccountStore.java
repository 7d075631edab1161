package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.migrations.DatabaseReady;

/** Accounts and numbers in the database. */
@ApplicationScoped
class AccountStore {
    private static final String BY_WABA = "select a from Account a where a.wabaId = :waba";
    // JPA's own lock would keep others from adding rows that name the account.
    private static final String LOCK = "select id from plt_account where id = ? for no key update";
    private static final String OF_WORKSPACE = "select a from Account a where a.workspaceId = :workspace order by a.id";
    private static final String ALL_ACCOUNTS = "select a from Account a order by a.id";
    private static final String BY_META_ID = "select n from ConnectedNumber n where n.phoneNumberId = :metaId";
    private static final String OF_ACCOUNT =
            "select n from ConnectedNumber n where n.account.id = :account order by n.id";
    private static final String ALL_NUMBERS = "select n from ConnectedNumber n join fetch n.account order by n.id";

    @PersistenceContext(unitName = "chasqui-platform")
    EntityManager entities;

    /** Has the bean made at the start: made on a background thread it would find no entity manager. */
    void start(@Observes DatabaseReady ready) {}

    Optional<Account> account(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    Optional<Account> byWaba(String wabaId) {
        return entities.createQuery(BY_WABA, Account.class)
                .setParameter("waba", wabaId)
                .getResultStream()
                .findFirst();
    }

    /**
     * An account that will be changed, or one of its numbers. What Meta tells, what Graph answers and what a check has learnt
     * come at the same time: whoever is second waits, and sees what the first has written.
     */
    Optional<Account> lock(UUID id) {
        entities.flush();
        entities.createNativeQuery(LOCK).setParameter(1, id).getResultList();
        var account = account(id);
        account.ifPresent(entities::refresh);
        return account;
    }

    /** As {@link #lock(UUID)}. */
    Optional<Account> lockWaba(String wabaId) {
        return byWaba(wabaId).flatMap(account -> lock(account.id));
    }

    List<Account> ofWorkspace(UUID workspaceId) {
        return entities.createQuery(OF_WORKSPACE, Account.class)
                .setParameter("workspace", workspaceId)
                .getResultList();
    }

    List<Account> allAccounts() {
        return entities.createQuery(ALL_ACCOUNTS, Account.class).getResultList();
    }

    Optional<ConnectedNumber> byMetaId(String phoneNumberId) {
        return entities.createQuery(BY_META_ID, ConnectedNumber.class)
                .setParameter("metaId", phoneNumberId)
                .getResultStream()
                .findFirst();
    }

    List<ConnectedNumber> ofAccount(UUID accountId) {
        return entities.createQuery(OF_ACCOUNT, ConnectedNumber.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    List<ConnectedNumber> allNumbers() {
        return entities.createQuery(ALL_NUMBERS, ConnectedNumber.class).getResultList();
    }

    void add(Account account) {
        entities.persist(account);
        entities.flush();
    }

    void add(ConnectedNumber number) {
        entities.persist(number);
        entities.flush();
    }
}
