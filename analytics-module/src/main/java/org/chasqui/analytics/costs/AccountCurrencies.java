package org.chasqui.analytics.costs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.PhoneNumbers;

/** In which currency the messages of a number are billed: that of its account, which never changes (Meta, pricing). */
@ApplicationScoped
class AccountCurrencies {
    /** What an account is billed in when Meta does not say. */
    static final String USUAL = "USD";

    @Inject
    Accounts accounts;

    @Inject
    PhoneNumbers numbers;

    /** Of an account by our id. */
    String ofAccount(UUID workspaceId, UUID accountId) {
        return byAccount(workspaceId).getOrDefault(accountId, USUAL);
    }

    private Map<UUID, String> byAccount(UUID workspaceId) {
        var byAccount = new HashMap<UUID, String>();
        for (var account : accounts.list(workspaceId)) {
            var currency = account.currency();
            byAccount.put(account.id(), currency == null ? USUAL : currency);
        }
        return byAccount;
    }

    /** By our id of the number; numbers that are gone are missing. */
    Map<UUID, String> of(UUID workspaceId) {
        var byAccount = byAccount(workspaceId);
        var byNumber = new HashMap<UUID, String>();
        numbers.list(workspaceId)
                .forEach(number -> byNumber.put(number.id(), byAccount.getOrDefault(number.accountId(), USUAL)));
        return byNumber;
    }
}
