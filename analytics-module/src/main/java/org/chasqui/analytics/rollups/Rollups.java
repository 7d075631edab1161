package org.chasqui.analytics.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Counts of messages for pages and reports; what they cost does not grow with the number of messages. */
@ApplicationScoped
public class Rollups {
    private static final String HOURLY = """
            select hour,
                sum(total) filter (where direction = 0) as queued, sum(accepted) as accepted, sum(sent) as sent,
                sum(delivered) as delivered, sum(read) as read, sum(failed) as failed, sum(uncertain) as uncertain,
                sum(total) filter (where direction = 1) as received
            from ana_hour where workspace_id = ? and hour >= ? and hour < ?
            group by hour order by hour
            """;

    private static final String BY_TEMPLATE = """
            select number_id, template, sum(total) as queued, sum(accepted) as accepted, sum(sent) as sent,
                sum(delivered) as delivered, sum(read) as read, sum(failed) as failed, sum(uncertain) as uncertain,
                0 as received
            from ana_hour where workspace_id = ? and hour >= ? and hour < ? and direction = 0 and template <> ''
            group by number_id, template
            """;

    @Inject
    DataSource dataSource;

    @Inject
    Clock clock;

    /**
     * All counts of a span of time.
     *
     * @param from inclusive, down to the hour
     * @param to exclusive
     */
    @Transactional
    public Totals totals(UUID workspaceId, Instant from, Instant to) {
        // In zones that are off by half an hour a day begins within an hour of ours.
        return hourly(workspaceId, from.truncatedTo(ChronoUnit.HOURS), to).stream()
                .map(HourBucket::totals)
                .reduce(Totals.NONE, Totals::plus);
    }

    /** The counts by hour; hours without messages are left out. */
    @Transactional
    public List<HourBucket> hourly(UUID workspaceId, Instant from, Instant to) {
        var buckets = new ArrayList<HourBucket>();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(HOURLY)) {
            statement.setObject(1, workspaceId);
            statement.setObject(2, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
            statement.setObject(3, OffsetDateTime.ofInstant(to, ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    buckets.add(bucket(rows));
                }
            }
            return buckets;
        } catch (SQLException failed) {
            throw new IllegalStateException("reading counts: " + failed.getMessage(), failed);
        }
    }

    /** The counts of the last days, today last; days without messages are there with zeros. */
    @Transactional
    public List<DayBucket> daily(UUID workspaceId, int days, ZoneId zone) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var first = today.minusDays(days - 1L);
        var sums = new TreeMap<LocalDate, Totals>();
        first.datesUntil(today.plusDays(1)).forEach(day -> sums.put(day, Totals.NONE));
        var from = first.atStartOfDay(zone).toInstant();
        var to = today.plusDays(1).atStartOfDay(zone).toInstant();
        for (var hour : hourly(workspaceId, from, to)) {
            sums.merge(LocalDate.ofInstant(hour.hour(), zone), hour.totals(), Totals::plus);
        }
        return sums.entrySet().stream()
                .map(entry -> new DayBucket(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** All counts of a span of time for each template by its name; templates without messages are left out. */
    @Transactional
    public Map<SentTemplate, Totals> byTemplate(UUID workspaceId, Instant from, Instant to) {
        var counts = new HashMap<SentTemplate, Totals>();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(BY_TEMPLATE)) {
            statement.setObject(1, workspaceId);
            statement.setObject(2, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
            statement.setObject(3, OffsetDateTime.ofInstant(to, ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(
                            new SentTemplate(rows.getObject("number_id", UUID.class), rows.getString("template")),
                            totals(rows));
                }
            }
            return counts;
        } catch (SQLException failed) {
            throw new IllegalStateException("reading counts: " + failed.getMessage(), failed);
        }
    }

    private static HourBucket bucket(ResultSet row) throws SQLException {
        return new HourBucket(row.getObject("hour", OffsetDateTime.class).toInstant(), totals(row));
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                row.getLong("queued"),
                row.getLong("accepted"),
                row.getLong("sent"),
                row.getLong("delivered"),
                row.getLong("read"),
                row.getLong("failed"),
                row.getLong("uncertain"),
                row.getLong("received"));
    }
}
