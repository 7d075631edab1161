package org.chasqui.messaging.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/**
 * How endpoints did in the last 24 hours, counted when somebody looks. What took long to count is not counted again for
 * twenty times as long, up to a minute: pages look every second, and must not keep the database busy.
 */
@ApplicationScoped
public class WebhookFigures {
    private static final int HOURS = 24;
    private static final int TIMES_AS_LONG = 20;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 1_000;

    private static final String DELIVERIES = """
            select d.webhook_id, count(*) filter (where d.status = 1) as delivered,
                count(*) filter (where d.status = 1 and d.attempts = 1) as at_once,
                count(*) filter (where d.status = 2) as dead
            from msg_delivery d where d.webhook_id = any(?) and d.id >= ?
            group by grouping sets ((d.webhook_id), ())
            """;

    private static final String CALLS = """
            select d.webhook_id,
                percentile_disc(0.5) within group (order by a.duration_ms) as p50,
                percentile_disc(0.95) within group (order by a.duration_ms) as p95
            from msg_delivery d join msg_delivery_attempt a on a.delivery_id = d.id
            where d.webhook_id = any(?) and d.id >= ? and a.http_status is not null
            group by grouping sets ((d.webhook_id), ())
            """;

    private static final String HOURLY = """
            select d.webhook_id, floor(extract(epoch from (?::timestamptz - a.at)) / 3600)::integer as age,
                count(*) as calls, count(*) filter (where a.http_status between 200 and 299) as arrived
            from msg_delivery d join msg_delivery_attempt a on a.delivery_id = d.id
            where d.webhook_id = any(?) and d.id >= ? and (a.http_status is not null or a.error is not null)
            group by 1, 2
            """;

    private static final String WAITING = """
            select q.webhook_id, count(*) as waiting, min(d.created_at) as oldest
            from msg_delivery_due q join msg_delivery d on d.id = q.delivery_id
            where q.webhook_id = any(?)
            group by grouping sets ((q.webhook_id), ())
            """;

    @Inject
    Sql jdbc;

    @Inject
    Clock clock;

    /** A clock that nobody sets. */
    LongSupplier nanos = System::nanoTime;

    private final Cache<List<UUID>, Counted> counted = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST)
            .maximumSize(MOST_REMEMBERED)
            .build();

    private record Counted(Overview overview, long untilNanos) {}

    /**
     * Figures of one endpoint, or of several together.
     *
     * @param delivered events that arrived
     * @param atOnce those of them that arrived at the first attempt
     * @param dead events that were given up
     * @param waiting events on their way now, whatever their age
     * @param oldest since when the oldest of them waits; null when none does
     * @param medianMillis half of the answers came sooner; null when there was none
     * @param slowMillis 95 of 100 answers came sooner; null when there was none
     * @param hours 24 hours, the oldest first
     */
    public record Figures(
            long delivered,
            long atOnce,
            long dead,
            long waiting,
            @Nullable Instant oldest,
            @Nullable Integer medianMillis,
            @Nullable Integer slowMillis,
            List<Hour> hours) {}

    /** Calls in an hour, and how many of them arrived. */
    public record Hour(long calls, long arrived) {
        static final Hour SILENT = new Hour(0, 0);
    }

    /**
     * Figures of endpoints.
     *
     * @param total of all together; its hours are empty
     */
    public record Overview(Map<UUID, Figures> each, Figures total) {
        /** Those of one endpoint. */
        public Figures of(UUID webhookId) {
            return each.getOrDefault(webhookId, total);
        }
    }

    private static final class Sum {
        private long delivered;
        private long atOnce;
        private long dead;
        private long waiting;
        private @Nullable Instant oldest;
        private @Nullable Integer median;
        private @Nullable Integer slow;
        private final Map<Integer, Hour> hours = new HashMap<>();

        private Figures figures() {
            var line = IntStream.range(0, HOURS)
                    .mapToObj(place -> hours.getOrDefault(HOURS - 1 - place, Hour.SILENT))
                    .toList();
            return new Figures(delivered, atOnce, dead, waiting, oldest, median, slow, line);
        }
    }

    private interface Reader {
        void read(Sum sum, ResultSet row) throws SQLException;
    }

    /** Counts for endpoints of one workspace; what is asked for must have been found as its endpoints. */
    @Transactional
    public Overview of(List<WebhookView> webhooks) {
        var ids = webhooks.stream().map(WebhookView::id).toList();
        return counted.asMap()
                .compute(
                        ids,
                        (asked, known) -> known != null && nanos.getAsLong() < known.untilNanos() ? known : anew(ids))
                .overview();
    }

    private Counted anew(List<UUID> ids) {
        long start = nanos.getAsLong();
        var overview = count(ids);
        long end = nanos.getAsLong();
        return new Counted(overview, end + Math.min(LONGEST.toNanos(), (end - start) * TIMES_AS_LONG));
    }

    /** Counts now. */
    Overview count(List<UUID> ids) {
        var now = clock.instant();
        var sums = new HashMap<@Nullable UUID, Sum>();
        ids.forEach(id -> sums.put(id, new Sum()));
        sums.put(null, new Sum());
        var since = Ids.lowestAt(now.minus(Duration.ofHours(HOURS)));
        read(DELIVERIES, sums, List.of(ids, since), (sum, row) -> {
            sum.delivered = row.getLong("delivered");
            sum.atOnce = row.getLong("at_once");
            sum.dead = row.getLong("dead");
        });
        read(CALLS, sums, List.of(ids, since), (sum, row) -> {
            sum.median = Columns.integer(row, "p50");
            sum.slow = Columns.integer(row, "p95");
        });
        read(
                HOURLY,
                sums,
                List.of(now, ids, since),
                (sum, row) -> sum.hours.put(row.getInt("age"), new Hour(row.getLong("calls"), row.getLong("arrived"))));
        read(WAITING, sums, List.of(ids), (sum, row) -> {
            sum.waiting = row.getLong("waiting");
            sum.oldest = Columns.instant(row, "oldest");
        });
        var each = new HashMap<UUID, Figures>();
        ids.forEach(id -> each.put(id, sums.getOrDefault(id, new Sum()).figures()));
        return new Overview(each, sums.getOrDefault(null, new Sum()).figures());
    }

    private void read(String sql, Map<@Nullable UUID, Sum> sums, List<Object> parameters, Reader reader) {
        jdbc.execute("counting deliveries", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.size(); i++) {
                    var value = parameters.get(i);
                    if (value instanceof List<?> ids) {
                        statement.setArray(i + 1, connection.createArrayOf("uuid", ids.toArray()));
                    } else if (value instanceof Instant at) {
                        Columns.set(statement, i + 1, at);
                    } else {
                        statement.setObject(i + 1, value);
                    }
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var sum = sums.get(rows.getObject("webhook_id", UUID.class));
                        if (sum != null) {
                            reader.read(sum, rows);
                        }
                    }
                }
            }
        });
    }
}
