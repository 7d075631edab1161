package org.chasqui.messaging.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.migrations.DatabaseReady;

/** Removes what has been kept long enough: batch after batch, so that nobody waits for it. */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = System.getLogger(Retention.class.getName());
    private static final int LEAST_DAYS = 1;
    private static final int MOST_DAYS = 3_650;

    /** A run ends before the next one begins; what is left then goes with that. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(45);

    @Inject
    Instance<Perishable> perishables;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Looks at the settings once at the start: a mistake must not wait for the first run. */
    void check(@Observes DatabaseReady ready) {
        for (var kept : Kept.values()) {
            daysOf(kept);
        }
    }

    /** One run over everything; what fails is tried again by the next run, and keeps nothing else from going. */
    void run() {
        run(perishables);
    }

    void run(Iterable<Perishable> all) {
        var end = clock.instant().plus(LONGEST_RUN);
        for (var perishable : all) {
            try {
                int removed = remove(perishable, end);
                if (removed > 0) {
                    LOG.log(
                            Level.INFO,
                            "removed {0} {1} kept for {2} days",
                            removed,
                            perishable.kept(),
                            days(perishable));
                }
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "removing old " + perishable.kept() + " failed, the next run goes on", failed);
            }
        }
    }

    private int remove(Perishable perishable, Instant end) {
        var before = clock.instant().minus(Duration.ofDays(days(perishable)));
        int removed = 0;
        var next = Optional.of("");
        while (next.isPresent() && clock.instant().isBefore(end)) {
            var batch = perishable.removeNext(before, next.get());
            removed += batch.removed();
            next = batch.next();
        }
        return removed;
    }

    private int days(Perishable perishable) {
        return daysOf(perishable.kept());
    }

    private int daysOf(Kept kept) {
        return settings.number(kept.key(), kept.days(), LEAST_DAYS, MOST_DAYS);
    }
}
