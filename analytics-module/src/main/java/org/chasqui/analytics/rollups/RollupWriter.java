package org.chasqui.analytics.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Move;

/**
 * Adds moves to the counts, inside the transaction that made them: so the counts equal the rows, whatever crashes. A
 * batch is summed first, and rows are taken in the order of their keys, so that two writers cannot wait for each other.
 */
@ApplicationScoped
class RollupWriter {
    private static final String ADD = """
            insert into ana_hour as h (workspace_id, hour, number_id, direction, category, template, slot,
                total, accepted, sent, delivered, read, failed, uncertain, expired, cancelled)
            select * from unnest(?::uuid[], ?::timestamptz[], ?::uuid[], ?::smallint[], ?::text[], ?::text[],
                ?::smallint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::bigint[])
            on conflict (workspace_id, hour, number_id, direction, category, template, slot) do update set
                total = h.total + excluded.total, accepted = h.accepted + excluded.accepted,
                sent = h.sent + excluded.sent, delivered = h.delivered + excluded.delivered,
                read = h.read + excluded.read, failed = h.failed + excluded.failed,
                uncertain = h.uncertain + excluded.uncertain, expired = h.expired + excluded.expired,
                cancelled = h.cancelled + excluded.cancelled
            """;
    private static final int COUNTERS = 9;

    @Inject
    DataSource dataSource;

    private record Key(UUID workspaceId, Instant hour, UUID numberId, int direction, String category, String template) {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::workspaceId)
                .thenComparing(Key::hour)
                .thenComparing(Key::numberId)
                .thenComparing(Key::direction)
                .thenComparing(Key::category)
                .thenComparing(Key::template);

        private static Key of(Move move) {
            return new Key(
                    move.workspaceId(),
                    move.createdAt().truncatedTo(ChronoUnit.HOURS),
                    move.numberId(),
                    move.direction().code(),
                    move.category() == null ? "" : move.category(),
                    move.template() == null ? "" : move.template());
        }
    }

    void count(@Observes MessagesMoved event) {
        var sums = new TreeMap<Key, Counts>(Key.ORDER);
        event.moves().forEach(move -> sums.merge(Key.of(move), Counts.of(move), Counts::plus));
        sums.values().removeIf(Counts::isNothing);
        if (!sums.isEmpty()) {
            add(List.copyOf(sums.entrySet()), slot(event.source()));
        }
    }

    private static int slot(String source) {
        return switch (source) {
            case "accept" -> 0;
            case "settle" -> 1;
            default -> 2;
        };
    }

    private void add(List<Map.Entry<Key, Counts>> sums, int slot) {
        var keys = sums.stream().map(Map.Entry::getKey).toList();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(ADD)) {
            statement.setArray(1, connection.createArrayOf("uuid", column(keys, Key::workspaceId)));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "timestamptz", column(keys, key -> key.hour().toString())));
            statement.setArray(3, connection.createArrayOf("uuid", column(keys, Key::numberId)));
            statement.setArray(4, connection.createArrayOf("smallint", column(keys, Key::direction)));
            statement.setArray(5, connection.createArrayOf("text", column(keys, Key::category)));
            statement.setArray(6, connection.createArrayOf("text", column(keys, Key::template)));
            statement.setArray(7, connection.createArrayOf("smallint", column(keys, key -> slot)));
            for (int counter : IntStream.range(0, COUNTERS).toArray()) {
                var values = column(sums, sum -> sum.getValue().asList().get(counter));
                statement.setArray(8 + counter, connection.createArrayOf("bigint", values));
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("counting messages: " + failed.getMessage(), failed);
        }
    }

    private static <T> Object[] column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).toArray();
    }
}
