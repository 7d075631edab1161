package org.chasqui.analytics.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.accounts.health.Traffic.Gap;

/** Our own counts of a day beside Meta's, kept as they were when both were asked for. */
@ApplicationScoped
class Comparisons {
    /** Meta calls its figures approximate, and a message of midnight may be counted on either side. */
    private static final long ALWAYS_ALLOWED = 10;

    private static final int ALLOWED_ONE_IN = 50;

    /** How many days a gap is spoken of. */
    private static final int DAYS = 3;

    private static final String COUNTS_HERE = """
            select coalesce(sum(sent), 0) as sent, coalesce(sum(delivered), 0) as delivered from ana_hour
            where workspace_id = ? and hour >= ? and hour < ? and number_id = ? and direction = 0
            """;
    private static final String KEEP = """
            insert into ana_meta_day (number_id, day, compared_at, sent_at_meta, delivered_at_meta, sent_here,
                delivered_here)
            values (?, cast(? as date), ?, ?, ?, ?, ?)
            on conflict (number_id, day) do nothing
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Whether a day has been compared. */
    @Transactional
    public boolean has(UUID numberId, LocalDate day) {
        return sql.run("looking for a comparison", connection -> {
            try (var statement = connection.prepareStatement(
                    "select 1 from ana_meta_day where number_id = ? and day = cast(? as date)")) {
                statement.setObject(1, numberId);
                statement.setString(2, day.toString());
                try (var row = statement.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** Puts our counts beside Meta's. */
    @Transactional
    public void keep(SenderNumber number, LocalDate day, DayCounts atMeta) {
        var here = here(number, startOf(day), startOf(day.plusDays(1)));
        sql.execute("keeping a comparison", connection -> {
            try (var statement = connection.prepareStatement(KEEP)) {
                statement.setObject(1, number.id());
                statement.setString(2, day.toString());
                Columns.set(statement, 3, clock.instant());
                statement.setLong(4, atMeta.sent());
                statement.setLong(5, atMeta.delivered());
                statement.setLong(6, here.sent());
                statement.setLong(7, here.delivered());
                statement.executeUpdate();
            }
        });
    }

    /** The latest of the last days for which Meta has counted clearly more than we. */
    @Transactional
    public Optional<Gap> gap(UUID numberId) {
        var first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS);
        return sql.run("reading comparisons", connection -> {
            var select = "select * from ana_meta_day where number_id = ? and day >= cast(? as date) order by day desc";
            try (var statement = connection.prepareStatement(select)) {
                statement.setObject(1, numberId);
                statement.setString(2, first.toString());
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        var gap = new Gap(
                                LocalDate.parse(row.getString("day")),
                                row.getLong("sent_at_meta"),
                                row.getLong("sent_here"),
                                row.getLong("delivered_at_meta"),
                                row.getLong("delivered_here"));
                        if (isMissing(gap.sentAtMeta(), gap.sentHere())
                                || isMissing(gap.deliveredAtMeta(), gap.deliveredHere())) {
                            return Optional.of(gap);
                        }
                    }
                    return Optional.empty();
                }
            }
        });
    }

    private static boolean isMissing(long atMeta, long here) {
        return atMeta - here > Math.max(ALWAYS_ALLOWED, atMeta / ALLOWED_ONE_IN);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private DayCounts here(SenderNumber number, Instant from, Instant to) {
        return sql.run("adding up a day", connection -> {
            try (var statement = connection.prepareStatement(COUNTS_HERE)) {
                statement.setObject(1, number.workspaceId());
                Columns.set(statement, 2, from);
                Columns.set(statement, 3, to);
                statement.setObject(4, number.id());
                try (var row = statement.executeQuery()) {
                    row.next();
                    return new DayCounts(row.getLong("sent"), row.getLong("delivered"));
                }
            }
        });
    }
}
