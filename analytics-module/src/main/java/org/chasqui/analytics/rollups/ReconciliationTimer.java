package org.chasqui.analytics.rollups;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Compares each hour with its messages four times in its life: soon after it has ended, and when late statuses have come.
 * Two nodes may do the same hour: that costs a little and harms nothing.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ReconciliationTimer {
    private static final Logger LOG = System.getLogger(ReconciliationTimer.class.getName());
    private static final List<Duration> AGES =
            List.of(Duration.ofHours(2), Duration.ofHours(26), Duration.ofDays(7), Duration.ofDays(30));

    @Inject
    Reconciliation reconciliation;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "23", persistent = false, info = "counts against messages")
    void run() {
        var now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        for (var age : AGES) {
            try {
                reconciliation.check(now.minus(age));
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "comparing counts failed, the next hour goes on", failed);
            }
        }
    }
}
