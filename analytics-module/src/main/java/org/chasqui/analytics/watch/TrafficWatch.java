package org.chasqui.analytics.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.accounts.health.Traffic;
import org.chasqui.platform.leases.Leases;

/** Compares what we hear with what is usual and, once a day, with what Meta has counted. */
@ApplicationScoped
class TrafficWatch implements Traffic {
    private static final Logger LOG = System.getLogger(TrafficWatch.class.getName());

    /** Phones that are off at midnight are counted by us when they are on again; most are by the morning. */
    private static final Duration SETTLED = Duration.ofHours(6);

    @Inject
    UsualInbound usual;

    @Inject
    Comparisons comparisons;

    @Inject
    CountsAtMeta meta;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Leases leases;

    @Inject
    Clock clock;

    @Override
    public Optional<Quiet> quiet(SenderNumber number) {
        return usual.quiet(number.id());
    }

    @Override
    public Optional<Gap> gap(SenderNumber number) {
        return comparisons.gap(number.id());
    }

    /** Compares yesterday for each number for which that has not been done, unless another node is at it. */
    void compare() {
        var day = LocalDate.ofInstant(clock.instant().minus(SETTLED), ZoneOffset.UTC)
                .minusDays(1);
        leases.runAlone("counts-at-meta", () -> numbers.all().forEach(number -> compare(number, day)));
    }

    private void compare(SenderNumber number, LocalDate day) {
        try {
            if (wasHereAllOf(day, number) && !comparisons.has(number.id(), day)) {
                meta.of(number, Comparisons.startOf(day), Comparisons.startOf(day.plusDays(1)))
                        .ifPresent(counts -> comparisons.keep(number, day, counts));
            }
        } catch (RuntimeException failed) {
            // Asked again in an hour; a number without its comparison sends and hears all the same.
            LOG.log(
                    Level.INFO,
                    "the counts of number {0} could not be compared: {1}",
                    number.phoneNumberId(),
                    DatabaseTrouble.named(failed));
        }
    }

    /** What was sent before the number came here is in Meta's counts and not in ours. */
    private boolean wasHereAllOf(LocalDate day, SenderNumber number) {
        return numbers.details(number.workspaceId(), number.phoneNumberId())
                .filter(view -> view.createdAt().isBefore(Comparisons.startOf(day)))
                .isPresent();
    }
}
