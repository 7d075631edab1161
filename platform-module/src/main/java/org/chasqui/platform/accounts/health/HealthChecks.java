package org.chasqui.platform.accounts.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.accounts.NumbersRefreshed;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.leases.Leases;

/**
 * Checks whether everything is in place for numbers to send and receive: every ten minutes, after Graph was asked about
 * them, and whenever a person wants to know.
 */
@ApplicationScoped
public class HealthChecks {
    private static final Logger LOG = System.getLogger(HealthChecks.class.getName());

    @Inject
    Checks checks;

    @Inject
    HealthStore store;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Leases leases;

    @Inject
    Clock clock;

    /** The last check of a number; empty when there was none yet. */
    public Optional<Checkup> last(SenderNumber number) {
        return store.find(number.id());
    }

    /** The last checks of the numbers of a workspace, as far as there were any. */
    public List<Checkup> last(UUID workspaceId) {
        return store.ofWorkspace(workspaceId);
    }

    /** Checks a number now; takes a few seconds. What cannot be found out is a finding too, never an error. */
    public Checkup run(SenderNumber number) {
        var findings = new ArrayList<>(checks.account(number));
        findings.addAll(checks.number(number));
        return keep(number, findings);
    }

    /** Has the webhooks of a number's account sent to us again, and checks the number once more. */
    public Checkup subscribe(SenderNumber number) {
        checks.subscribe(number);
        return run(number);
    }

    void runAll(@Observes NumbersRefreshed event) {
        leases.runAlone("number-health", () -> {
            var ofAccount = new HashMap<UUID, List<Finding>>();
            for (var number : numbers.all()) {
                try {
                    var findings = new ArrayList<>(
                            ofAccount.computeIfAbsent(number.accountId(), id -> checks.account(number)));
                    findings.addAll(checks.number(number));
                    keep(number, findings);
                } catch (RuntimeException failed) {
                    LOG.log(Level.WARNING, "Number " + number.phoneNumberId() + " could not be checked", failed);
                }
            }
        });
    }

    private Checkup keep(SenderNumber number, List<Finding> findings) {
        findings.sort((one, other) -> one.area().compareTo(other.area()));
        var checkup = new Checkup(number.id(), clock.instant(), List.copyOf(findings));
        store.save(checkup);
        return checkup;
    }
}
