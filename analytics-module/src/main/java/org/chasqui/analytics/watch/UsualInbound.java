package org.chasqui.analytics.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.accounts.health.Traffic.Quiet;

/**
 * Whether people write to a number as they usually do. What is usual is learnt from the same hours of the last four weeks,
 * so nights and weekends are no alarm, and a number that is given up is forgotten after some weeks.
 */
@ApplicationScoped
class UsualInbound {
    private static final int WEEKS = 4;
    private static final Duration REMEMBERED = Duration.ofDays(7L * (WEEKS + 1));

    /** So many messages must be missing: that not one of twenty comes by chance is nearly impossible. */
    private static final int WORTH_AN_ALARM = 20;

    /** The last hour in which anybody wrote, and what came in since that hour in the weeks before; only full hours count. */
    private static final String MISSING = """
            with last as (
                select max(hour) as hour from ana_hour where number_id = ? and direction = 1 and total > 0 and hour > ?)
            select l.hour, (
                select coalesce(sum(h.total), 0) from generate_series(1, ?) as w(weeks)
                join ana_hour h on h.number_id = ? and h.direction = 1
                    and h.hour > l.hour - w.weeks * interval '168 hours'
                    and h.hour < cast(? as timestamptz) - w.weeks * interval '168 hours') as missing
            from last l where l.hour is not null
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Since when nobody writes although people usually do. */
    @Transactional
    public Optional<Quiet> quiet(UUID numberId) {
        var now = clock.instant();
        return sql.run("looking for what is usual", connection -> {
            try (var statement = connection.prepareStatement(MISSING)) {
                statement.setObject(1, numberId);
                Columns.set(statement, 2, now.minus(REMEMBERED));
                statement.setInt(3, WEEKS);
                statement.setObject(4, numberId);
                Columns.set(statement, 5, now.truncatedTo(ChronoUnit.HOURS));
                try (var row = statement.executeQuery()) {
                    if (!row.next() || row.getLong("missing") < (long) WEEKS * WORTH_AN_ALARM) {
                        return Optional.empty();
                    }
                    var since = Columns.requiredInstant(row, "hour").plus(1, ChronoUnit.HOURS);
                    return Optional.of(new Quiet(since, row.getLong("missing") / WEEKS));
                }
            }
        });
    }
}
