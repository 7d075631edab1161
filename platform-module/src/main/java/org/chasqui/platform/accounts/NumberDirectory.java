package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.secrets.Keyring;

/** Reads what {@link PhoneNumbers} keeps in memory, in transactions of its own. */
@ApplicationScoped
class NumberDirectory {
    @Inject
    AccountStore store;

    @Inject
    Keyring keyring;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<NumberView> all() {
        return store.allNumbers().stream().map(ConnectedNumber::view).toList();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<String> token(UUID accountId) {
        return store.account(accountId)
                .map(account -> account.accessToken)
                .map(token -> keyring.box().open(token, Account.tokenPlace(accountId)));
    }
}
