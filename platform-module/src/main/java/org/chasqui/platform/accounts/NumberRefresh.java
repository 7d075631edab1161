package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphErrorAdvice.Kind;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.leases.Leases;

/** Asks Graph what has become of the connected accounts and numbers. */
@ApplicationScoped
public class NumberRefresh {
    private static final Logger LOG = System.getLogger(NumberRefresh.class.getName());

    /** A person may press the button often; Graph counts management calls by the hour. */
    private static final Duration ENOUGH = Duration.ofSeconds(5);

    @Inject
    GraphAccounts graph;

    @Inject
    AccountRegister register;

    @Inject
    NumberDirectory directory;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Leases leases;

    @Inject
    Clock clock;

    /** Refreshes all accounts, unless another node is at it. One that fails does not keep the others. */
    public void refreshAll() {
        leases.runAlone("number-refresh", () -> {
            for (var account : register.accounts()) {
                try {
                    refresh(account);
                } catch (GraphFailed failed) {
                    LOG.log(
                            failed.advice().kind() == Kind.TRANSIENT ? Level.INFO : Level.WARNING,
                            "Account {0} could not be refreshed: {1}. {2}",
                            account.wabaId(),
                            failed.getMessage(),
                            failed.advice().advice());
                } catch (RuntimeException failed) {
                    LOG.log(Level.WARNING, "Account " + account.wabaId() + " could not be refreshed", failed);
                }
            }
        });
        numbers.changed();
    }

    /**
     * Refreshes the accounts of one workspace now, except for what was refreshed seconds ago. One that fails does not keep
     * the others; the first failure is told.
     *
     * @throws RequestFailed PROVIDER_REJECTED or PROVIDER_ERROR when Graph does not tell
     */
    public void refresh(UUID workspaceId) {
        var recently = clock.instant().minus(ENOUGH);
        var stale = numbers.listDetails(workspaceId).stream()
                .filter(number -> number.refreshedAt().isBefore(recently))
                .map(number -> new AccountRegister.AccountKey(
                        number.sender().accountId(), number.sender().wabaId()))
                .distinct()
                .toList();
        var failures = new ArrayList<RequestFailed>();
        for (var account : stale) {
            try {
                refresh(account);
            } catch (GraphFailed refused) {
                failures.add(refused.asRefusal());
            } catch (RequestFailed unreachable) {
                failures.add(unreachable);
            }
        }
        numbers.changed();
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private void refresh(AccountRegister.AccountKey account) {
        var token = directory.token(account.id()).orElse("");
        var waba = graph.waba(account.wabaId(), token);
        register.refresh(account.id(), waba, graph.numbers(account.wabaId(), token));
    }
}
