package org.chasqui.messaging.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** Conversations in the database, many at a time. Callers bring the transaction. */
@ApplicationScoped
public class ConversationStore {
    private static final Comparator<Key> KEY_ORDER =
            Comparator.comparing(Key::numberId).thenComparing(Key::peer);

    @Inject
    DataSource dataSource;

    @Inject
    Ids ids;

    /** Number and person: what a conversation is between. */
    public record Key(UUID workspaceId, UUID numberId, String peer) {}

    /**
     * A message that a person wrote.
     *
     * @param name profile name; null when Meta did not say
     * @param windowEnd until when it opens the customer service window; null when it does not
     */
    public record Written(
            Key key,
            @Nullable String name,
            Instant at,
            @Nullable Instant windowEnd) {}

    /** The conversations of the keys; those that do not exist are begun. */
    public Map<Key, ConversationView> ofAll(Collection<Key> keys, Instant now) {
        var wanted = keys.stream().distinct().sorted(KEY_ORDER).toList();
        try (var connection = dataSource.getConnection()) {
            var found = read(connection, wanted);
            var missing = wanted.stream().filter(key -> !found.containsKey(key)).toList();
            if (!missing.isEmpty()) {
                create(connection, missing, now);
                found.putAll(read(connection, missing));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("reading conversations: " + failed.getMessage(), failed);
        }
    }

    /** Notes what people wrote: names, and windows that open or last longer. Late news never shorten a window. */
    public void noteWritten(List<Written> written) {
        var latest = new HashMap<Key, Written>();
        written.forEach(one -> latest.merge(one.key(), one, ConversationStore::later));
        var rows = latest.values().stream()
                .sorted(Comparator.comparing(Written::key, KEY_ORDER))
                .toList();
        var sql = """
                with news as (
                    select c.id, n.* from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                        as n(number_id, peer, name, at, window_end)
                    join msg_conversation c on c.number_id = n.number_id and c.peer = n.peer
                    order by c.id for update of c)
                update msg_conversation c set name = coalesce(news.name, c.name),
                    last_inbound_at = greatest(c.last_inbound_at, news.at),
                    window_expires_at = greatest(c.window_expires_at, news.window_end)
                from news where c.id = news.id
                """;
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1, column(connection, "uuid", rows, row -> row.key().numberId()));
            statement.setArray(
                    2, column(connection, "text", rows, row -> row.key().peer()));
            statement.setArray(3, column(connection, "text", rows, Written::name));
            statement.setArray(
                    4, column(connection, "timestamptz", rows, row -> row.at().toString()));
            statement.setArray(5, column(connection, "timestamptz", rows, ConversationStore::windowEnd));
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("noting what people wrote: " + failed.getMessage(), failed);
        }
    }

    Optional<ConversationView> find(UUID workspaceId, UUID id) {
        var sql = "select * from msg_conversation where id = ? and workspace_id = ?";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setObject(2, workspaceId);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(view(rows)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("reading a conversation: " + failed.getMessage(), failed);
        }
    }

    private static Written later(Written a, Written b) {
        var newer = a.at().isBefore(b.at()) ? b : a;
        var name = newer.name() != null ? newer.name() : (newer == a ? b : a).name();
        return new Written(newer.key(), name, newer.at(), later(a.windowEnd(), b.windowEnd()));
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? b : a;
    }

    private static @Nullable String windowEnd(Written written) {
        return written.windowEnd() == null ? null : written.windowEnd().toString();
    }

    private Map<Key, ConversationView> read(Connection connection, List<Key> keys) throws SQLException {
        var found = new HashMap<Key, ConversationView>();
        var sql = """
                select c.* from unnest(?::uuid[], ?::text[]) as n(number_id, peer)
                join msg_conversation c on c.number_id = n.number_id and c.peer = n.peer
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, column(connection, "uuid", keys, Key::numberId));
            statement.setArray(2, column(connection, "text", keys, Key::peer));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var view = view(rows);
                    found.put(new Key(view.workspaceId(), view.numberId(), view.peer()), view);
                }
            }
        }
        return found;
    }

    private void create(Connection connection, List<Key> keys, Instant now) throws SQLException {
        var sql = """
                insert into msg_conversation (id, workspace_id, number_id, peer, created_at)
                select n.*, ? from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[]) as n
                on conflict (number_id, peer) do nothing
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            statement.setArray(2, column(connection, "uuid", keys, key -> ids.next()));
            statement.setArray(3, column(connection, "uuid", keys, Key::workspaceId));
            statement.setArray(4, column(connection, "uuid", keys, Key::numberId));
            statement.setArray(5, column(connection, "text", keys, Key::peer));
            statement.executeUpdate();
        }
    }

    private static ConversationView view(ResultSet row) throws SQLException {
        return new ConversationView(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getObject("number_id", UUID.class),
                row.getString("peer"),
                row.getString("name"),
                instant(row, "window_expires_at"),
                instant(row, "last_inbound_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static <T> Array column(
            Connection connection, String type, List<T> rows, Function<T, ? extends @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
