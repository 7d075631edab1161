package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.NumberNode;
import org.chasqui.platform.graph.WabaNode;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretUnreadable;
import org.jspecify.annotations.Nullable;

/** Writes down what Graph said about accounts and numbers, each time in one transaction. */
@ApplicationScoped
class AccountRegister {
    private static final String TAKEN =
            "This WhatsApp account is connected by another workspace of this gateway. It must be removed there first.";

    @Inject
    AccountStore store;

    @Inject
    Keyring keyring;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    AuditTrail audit;

    @Inject
    NumberChanges changes;

    @Inject
    Event<AccountAdded> accountAdded;

    @Inject
    Event<NumberAdded> numberAdded;

    /** Refuses a WABA that another workspace holds, before Graph is asked about it. */
    @Transactional
    void demandFree(UUID workspaceId, String wabaId) {
        if (store.byWaba(wabaId)
                .filter(account -> !account.workspaceId.equals(workspaceId))
                .isPresent()) {
            throw new RequestFailed(FailureCode.CONFLICT, TAKEN);
        }
    }

    /** Our id of an account that the workspace holds. */
    @Transactional
    Optional<UUID> accountOf(UUID workspaceId, String wabaId) {
        return store.byWaba(wabaId)
                .filter(account -> account.workspaceId.equals(workspaceId))
                .map(account -> account.id);
    }

    /** Stores an account, its token and its numbers, or brings them up to date. */
    @Transactional
    Connected connect(UUID workspaceId, WabaNode waba, List<NumberNode> nodes, String accessToken) {
        demandFree(workspaceId, waba.id());
        var now = clock.instant();
        var known = store.lockWaba(waba.id());
        var account = known.orElseGet(() -> new Account(ids.next(), workspaceId, waba, now));
        account.describe(waba, now);
        var isSameToken = known.isPresent() && accessToken.equals(token(account));
        if (!isSameToken) {
            account.accessToken = keyring.box().seal(accessToken, Account.tokenPlace(account.id));
        }
        if (known.isEmpty()) {
            store.add(account);
            accountAdded.fire(new AccountAdded(workspaceId, account.view(), now));
        }
        var numbers = new ArrayList<SenderNumber>();
        for (var node : nodes) {
            numbers.add(upsert(account, node).view().sender());
        }
        // The sandbox is connected anew at every start; what changes nothing is no news.
        if (!isSameToken) {
            audit.record(
                    workspaceId,
                    "system",
                    known.isEmpty() ? "account.connected" : "account.reconnected",
                    waba.id(),
                    Map.of("numbers", Integer.toString(numbers.size())));
        }
        return new Connected(account.view(), numbers);
    }

    private @Nullable String token(Account account) {
        var sealed = account.accessToken;
        try {
            return sealed == null ? null : keyring.box().open(sealed, Account.tokenPlace(account.id));
        } catch (SecretUnreadable lost) {
            // Connecting again is how an operator gets over a lost key.
            return null;
        }
    }

    private ConnectedNumber upsert(Account account, NumberNode node) {
        var now = clock.instant();
        var known = store.byMetaId(node.id());
        if (known.isPresent()) {
            var number = known.get();
            if (!number.workspaceId.equals(account.workspaceId)) {
                throw new RequestFailed(FailureCode.CONFLICT, TAKEN);
            }
            var before = number.state(now);
            // A number can move to another WABA of the same company.
            number.account = account;
            number.describe(node, now);
            changes.note(number, before, null);
            return number;
        }
        var number = new ConnectedNumber(ids.next(), account, node, now);
        store.add(number);
        var held = number.obstacle(now);
        numberAdded.fire(new NumberAdded(number.view().sender(), held == null ? null : held.reason(), now));
        return number;
    }

    /** Brings an account and those of its numbers that are connected up to date. */
    @Transactional
    void refresh(UUID accountId, WabaNode waba, List<NumberNode> nodes) {
        var account = store.lock(accountId).orElseThrow();
        var now = clock.instant();
        var numbers = store.ofAccount(accountId);
        var before = numbers.stream().map(number -> number.state(now)).toList();
        account.describe(waba, now);
        for (int i = 0; i < numbers.size(); i++) {
            var number = numbers.get(i);
            nodes.stream()
                    .filter(node -> node.id().equals(number.phoneNumberId))
                    .findFirst()
                    .ifPresentOrElse(
                            node -> number.describe(node, now),
                            // Meta does not list it any more: it cannot send, whatever it was before.
                            () -> number.status = "DELETED");
            changes.note(number, before.get(i), null);
        }
        renewSeal(account);
    }

    /** After a change of the encryption key the tokens move over to the new key one by one. */
    private void renewSeal(Account account) {
        var sealed = account.accessToken;
        if (sealed != null && keyring.box().isOutdated(sealed)) {
            var place = Account.tokenPlace(account.id);
            account.accessToken = keyring.box().seal(keyring.box().open(sealed, place), place);
        }
    }

    @Transactional
    List<AccountKey> accounts() {
        return store.allAccounts().stream()
                .filter(account -> account.accessToken != null)
                .map(account -> new AccountKey(account.id, account.wabaId))
                .toList();
    }

    /** An account that can be asked about. */
    record AccountKey(UUID id, String wabaId) {}
}
