package org.chasqui.analytics.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.Set;
import org.chasqui.platform.leases.Leases;

/**
 * Folds what has moved since its day was over, and what somebody has asked for and found unfolded; and counts hours that have
 * no cubes yet. One node at a time.
 */
@ApplicationScoped
class Folding {
    private static final Logger LOG = System.getLogger(Folding.class.getName());
    private static final int MOST_DAYS = 400;
    private static final int MOST_HOURS = 48;

    @Inject
    Leases leases;

    @Inject
    DaySheets days;

    @Inject
    FoldWishes wishes;

    @Inject
    UncountedHours uncounted;

    @Inject
    Reconciliation reconciliation;

    /** Does what is due; what fails is tried again the next time. */
    void run() {
        leases.runAlone("counts by day", () -> {
            countHours();
            foldDays();
        });
    }

    private void countHours() {
        for (var hour : uncounted.next(MOST_HOURS)) {
            attempt(() -> reconciliation.recount(hour));
        }
    }

    private void foldDays() {
        Set<DayOfWorkspace> due = new LinkedHashSet<>(days.late(MOST_DAYS));
        due.addAll(wishes.take());
        for (var day : due) {
            attempt(() -> days.fold(day));
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.log(Level.INFO, "counts were not folded, which is tried again in two minutes", failed);
        }
    }
}
