package org.chasqui.analytics.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** Counts of messages for pages and reports; what they cost does not grow with the number of messages. */
@ApplicationScoped
public class Rollups {
    private static final String STEPS = """
            sum(accepted) as accepted, sum(sent) as sent, sum(delivered) as delivered, sum(read) as read,
            sum(replied) as replied, sum(failed) as failed, sum(uncertain) as uncertain, sum(expired) as expired,
            sum(cancelled) as cancelled
            """;

    private static final String ALL_SUMS = """
            sum(total) filter (where direction = 0) as queued,
            sum(total) filter (where direction = 1) as received,
            """ + STEPS;

    /** People's messages have neither template nor campaign nor a category to ask for. */
    private static final String OUTBOUND_SUMS = "sum(total) as queued, 0 as received, " + STEPS;

    @Inject
    Sql jdbc;

    @Inject
    CountTables tables;

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
        return totals(CountFilter.all(workspaceId), from, to);
    }

    /**
     * The counts of a span of time that a filter lets through.
     *
     * @param from inclusive, down to the hour
     * @param to exclusive
     */
    @Transactional
    public Totals totals(CountFilter filter, Instant from, Instant to) {
        var found = new ArrayList<Totals>();
        var sheet = sheet(filter);
        var rows = tables.byDay(sheet, filter.workspaceId(), from, to);
        query("select " + sums(sheet), rows, filter, "", row -> found.add(totals(row)));
        return found.get(0);
    }

    /** The counts by hour; hours without messages are left out. */
    @Transactional
    public List<HourBucket> hourly(UUID workspaceId, Instant from, Instant to) {
        return hourly(CountFilter.all(workspaceId), from, to);
    }

    /** The counts by hour that a filter lets through; hours without messages are left out. */
    @Transactional
    public List<HourBucket> hourly(CountFilter filter, Instant from, Instant to) {
        return buckets(filter, tables.byHour(sheet(filter), filter.workspaceId(), from, to));
    }

    private List<HourBucket> buckets(CountFilter filter, CountRows rows) {
        var buckets = new ArrayList<HourBucket>();
        query(
                "select hour, " + sums(sheet(filter)),
                rows,
                filter,
                " group by hour order by hour",
                row -> buckets.add(new HourBucket(Columns.requiredInstant(row, "hour"), totals(row))));
        return buckets;
    }

    /** The counts of the last days, today last; days without messages are there with zeros. */
    @Transactional
    public List<DayBucket> daily(UUID workspaceId, int days, ZoneId zone) {
        return daily(CountFilter.all(workspaceId), days, zone);
    }

    /** The counts of the last days that a filter lets through, today last; days without messages are there with zeros. */
    @Transactional
    public List<DayBucket> daily(CountFilter filter, int days, ZoneId zone) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return daily(filter, today.minusDays(days - 1L), today, zone);
    }

    /**
     * The counts by day that a filter lets through; days without messages are there with zeros.
     *
     * @param last the last day, with it
     */
    @Transactional
    public List<DayBucket> daily(CountFilter filter, LocalDate first, LocalDate last, ZoneId zone) {
        var sums = new TreeMap<LocalDate, Totals>();
        first.datesUntil(last.plusDays(1)).forEach(day -> sums.put(day, Totals.NONE));
        var from = DayBucket.begin(first, zone);
        var to = DayBucket.begin(last.plusDays(1), zone);
        var sheet = sheet(filter);
        var rows = tables.byDayOf(zone, sheet, filter.workspaceId(), from, to);
        for (var hour : buckets(filter, rows)) {
            sums.merge(LocalDate.ofInstant(hour.hour(), zone), hour.totals(), Totals::plus);
        }
        return sums.entrySet().stream()
                .map(entry -> new DayBucket(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** All counts of a span of time for each template of each number; those without messages are left out. */
    @Transactional
    public Map<SentTemplate, Totals> byTemplate(UUID workspaceId, Instant from, Instant to) {
        var counts = new HashMap<SentTemplate, Totals>();
        queryTemplates(
                CountFilter.all(workspaceId),
                "number_id, template",
                from,
                to,
                row -> counts.put(
                        new SentTemplate(Columns.uuid(row, "number_id"), row.getString("template")), totals(row)));
        return counts;
    }

    /**
     * The counts that a filter lets through for each template by its name, in the order of names; those without messages
     * are left out.
     */
    @Transactional
    public Map<String, Totals> byTemplateName(CountFilter filter, Instant from, Instant to) {
        var counts = new TreeMap<String, Totals>();
        queryTemplates(filter, "template", from, to, row -> counts.put(row.getString("template"), totals(row)));
        return counts;
    }

    /** The counts of a day that a filter lets through, by number, category and template; what has none is left out. */
    @Transactional
    public List<CountLine> lines(CountFilter filter, LocalDate day, ZoneId zone) {
        var lines = new ArrayList<CountLine>();
        var sheet = sheet(filter);
        query(
                "select number_id, category, template, " + sums(sheet),
                tables.byDay(
                        sheet,
                        filter.workspaceId(),
                        DayBucket.begin(day, zone),
                        DayBucket.begin(day.plusDays(1), zone)),
                filter,
                " group by number_id, category, template having sum(total) <> 0 order by number_id, category, template",
                row -> lines.add(new CountLine(
                        Columns.uuid(row, "number_id"),
                        row.getString("category"),
                        row.getString("template"),
                        totals(row))));
        return lines;
    }

    private void queryTemplates(CountFilter filter, String columns, Instant from, Instant to, RowReader reader) {
        var sheet = sheet(filter);
        query(
                "select " + columns + ", " + sums(sheet),
                tables.byDay(sheet, filter.workspaceId(), from, to),
                filter,
                " and template <> '' group by " + columns,
                reader);
    }

    /** How many messages stand as failed, for each of Meta's codes; 0 is ours. The most frequent first. */
    @Transactional
    public List<ErrorCount> errors(CountFilter filter, Instant from, Instant to) {
        var counts = new ArrayList<ErrorCount>();
        query(
                "select code, sum(messages) as messages",
                tables.byDay(Sheet.ERRORS, filter.workspaceId(), from, to),
                filter,
                " group by code having sum(messages) > 0 order by messages desc, code",
                row -> counts.add(new ErrorCount(row.getInt("code"), row.getLong("messages"))));
        return counts;
    }

    /**
     * How long steps took, for each step and category that has any.
     *
     * @param filter by number and category only: the others are not kept for this
     */
    @Transactional
    public List<Latency> latencies(CountFilter filter, Instant from, Instant to) {
        var byKey = new TreeMap<Latency.Key, Histogram>();
        query(
                "select category, step, bucket, sum(messages)::bigint as messages",
                tables.byDay(Sheet.LATENCIES, filter.workspaceId(), from, to),
                filter,
                " group by category, step, bucket having sum(messages) > 0",
                row -> byKey.computeIfAbsent(
                                new Latency.Key(LatencyStep.values()[row.getInt("step")], row.getString("category")),
                                key -> new Histogram())
                        .add(row.getInt("bucket"), row.getLong("messages")));
        return byKey.entrySet().stream()
                .map(entry -> new Latency(entry.getKey().step(), entry.getKey().category(), entry.getValue()))
                .toList();
    }

    /**
     * How long a step took on each day; days without such messages are there without times.
     *
     * @param filter as of {@link #latencies}
     * @param last the last day, with it
     */
    @Transactional
    public SortedMap<LocalDate, Histogram> latencyByDay(
            CountFilter filter, LatencyStep step, LocalDate first, LocalDate last, ZoneId zone) {
        var byDay = new TreeMap<LocalDate, Histogram>();
        first.datesUntil(last.plusDays(1)).forEach(day -> byDay.put(day, new Histogram()));
        var from = DayBucket.begin(first, zone);
        var to = DayBucket.begin(last.plusDays(1), zone);
        query(
                "select " + SqlZone.of(zone).day("hour") + "::text as day, bucket, sum(messages)::bigint as messages",
                tables.byDayOf(zone, Sheet.LATENCIES, filter.workspaceId(), from, to),
                filter,
                " and step = " + step.code() + " group by 1, bucket having sum(messages) > 0",
                row -> byDay.computeIfAbsent(LocalDate.parse(row.getString("day")), day -> new Histogram())
                        .add(row.getInt("bucket"), row.getLong("messages")));
        return byDay;
    }

    /** The sheet with every dimension only where it is needed; the other one is far smaller. */
    private static Sheet sheet(CountFilter filter) {
        return filter.needsCube() ? Sheet.CUBE : Sheet.HOURS;
    }

    private static String sums(Sheet sheet) {
        return sheet == Sheet.CUBE ? OUTBOUND_SUMS : ALL_SUMS;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String select, CountRows from, CountFilter filter, String rest, RowReader reader) {
        var conditions = filter.conditions();
        var sql = select + " from " + from.sql() + " where " + conditions.sql() + rest;
        jdbc.execute("reading counts", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                int index = from.bind(statement, 1);
                for (var value : conditions.values()) {
                    statement.setObject(index++, value);
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
            }
        });
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                row.getLong("queued"),
                row.getLong("accepted"),
                row.getLong("sent"),
                row.getLong("delivered"),
                row.getLong("read"),
                row.getLong("replied"),
                row.getLong("failed"),
                row.getLong("uncertain"),
                row.getLong("expired"),
                row.getLong("cancelled"),
                row.getLong("received"));
    }
}
