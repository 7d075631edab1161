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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Compares each hour with its messages four times in its life: soon after it has ended, and when late statuses have come; and
 * with the last hour of a day the sheets of the day with those of its hours.
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
    DaySheets days;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "23", persistent = false, info = "counts against messages")
    void run() {
        var now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        for (var age : AGES) {
            try {
                check(now.minus(age));
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "comparing counts failed, the next hour goes on", failed);
            }
        }
    }

    private void check(Instant hour) {
        reconciliation.check(hour);
        var next = hour.plus(Duration.ofHours(1));
        if (next.equals(Days.of(next))) {
            checkDay(Days.of(hour));
        }
    }

    /** Days are made of hours: one that differs is made again, and its hours are read until then. */
    private void checkDay(Instant begin) {
        for (var day : days.upToDate(begin)) {
            long rows = days.check(day);
            if (rows > 0) {
                LOG.log(
                        Level.WARNING,
                        "the counts of the day {0} differ from their hours in {1} rows and are made again",
                        begin,
                        rows);
            }
        }
    }
}
