package org.chasqui.api.waabot.broadcasts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.chasqui.api.waabot.parts.MessagePart;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/** The rows of broadcasts. Callers bring the transaction. */
@ApplicationScoped
class BroadcastStore {
    private static final String SELECT = "select * from api_waabot_broadcast ";

    @Inject
    Sql jdbc;

    void insert(Broadcast broadcast, List<RecipientRow> recipients) {
        jdbc.execute("saving a broadcast", connection -> {
            var sql = "insert into api_waabot_broadcast (id, workspace_id, number_id, send_type, addressed, message,"
                    + " parts, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(
                        statement,
                        broadcast.id(),
                        broadcast.workspaceId(),
                        broadcast.numberId(),
                        broadcast.sendType(),
                        broadcast.addressed(),
                        broadcast.message().toString(),
                        written(broadcast.parts()).toString(),
                        broadcast.createdBy(),
                        broadcast.createdAt());
                statement.executeUpdate();
            }
            var people = "insert into api_waabot_recipient (broadcast_id, position, peer)"
                    + " select ?, * from unnest(?::integer[], ?::text[])";
            try (var statement = connection.prepareStatement(people)) {
                statement.setObject(1, broadcast.id());
                statement.setArray(2, Columns.of(connection, "integer", recipients, RecipientRow::position));
                statement.setArray(3, Columns.of(connection, "text", recipients, RecipientRow::peer));
                statement.executeUpdate();
            }
        });
    }

    /** Those of which somebody waits, the oldest first. */
    List<UUID> open() {
        return jdbc.run("looking for broadcasts", connection -> {
            var sql = "select id from api_waabot_broadcast where handed_at is null order by id limit 100";
            try (var statement = connection.prepareStatement(sql);
                    var rows = statement.executeQuery()) {
                var found = new ArrayList<UUID>();
                while (rows.next()) {
                    found.add(Columns.uuid(rows, 1));
                }
                return found;
            }
        });
    }

    /** A broadcast that nobody else is at; empty when somebody is, or it is not there any more. */
    Optional<Broadcast> tryLock(UUID id) {
        return query(SELECT + "where id = ? for update skip locked", id).stream()
                .findFirst();
    }

    /** Keeps others from a broadcast until the transaction ends. */
    void lock(UUID id) {
        query(SELECT + "where id = ? for update", id);
    }

    /** A broadcast of the workspace with an id between these. */
    Optional<Broadcast> find(UUID workspaceId, UUID first, UUID last) {
        return query(SELECT + "where workspace_id = ? and id between ? and ?", workspaceId, first, last).stream()
                .findFirst();
    }

    /** The broadcasts of a workspace, newest first. */
    List<Broadcast> list(UUID workspaceId, @Nullable UUID numberId, int limit, int offset) {
        return query(
                SELECT + "where workspace_id = ? and number_id = coalesce(?, number_id) order by id desc"
                        + " limit ? offset ?",
                workspaceId,
                numberId,
                limit,
                offset);
    }

    /** Those who have not had their turn, in their order. */
    List<RecipientRow> waiting(UUID id, int limit) {
        return recipients(
                "select * from api_waabot_recipient where broadcast_id = ? and handed_at is null order by position limit ?",
                id,
                limit);
    }

    /** All recipients in their order. */
    List<RecipientRow> recipients(UUID id) {
        return recipients("select * from api_waabot_recipient where broadcast_id = ? order by position", id);
    }

    /** Notes who has had his turn. */
    void handOver(UUID id, List<RecipientRow> rows, Instant now) {
        jdbc.execute("handing recipients over", connection -> {
            var sql = """
                    update api_waabot_recipient r set handed_at = ?, refusal = n.refusal,
                        message_ids = coalesce(string_to_array(nullif(n.messages, ''), ' ')::uuid[], '{}')
                    from unnest(?::integer[], ?::text[], ?::text[]) as n(position, messages, refusal)
                    where r.broadcast_id = ? and r.position = n.position
                    """;
            try (var statement = connection.prepareStatement(sql)) {
                Columns.set(statement, 1, now);
                statement.setArray(2, Columns.of(connection, "integer", rows, RecipientRow::position));
                statement.setArray(3, Columns.of(connection, "text", rows, BroadcastStore::joined));
                statement.setArray(4, Columns.of(connection, "text", rows, RecipientRow::refusal));
                statement.setObject(5, id);
                statement.executeUpdate();
            }
        });
    }

    /** Notes that nobody waits any more. */
    void close(UUID id, Instant now) {
        update("closing a broadcast", "update api_waabot_broadcast set handed_at = ? where id = ?", now, id);
    }

    /** Forgets a broadcast with its recipients; their messages stay. */
    void delete(UUID id) {
        update("deleting a broadcast", "delete from api_waabot_broadcast where id = ?", id);
    }

    private void update(String doing, String sql, Object... parameters) {
        jdbc.execute(doing, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, parameters);
                statement.executeUpdate();
            }
        });
    }

    private List<Broadcast> query(String sql, @Nullable Object... parameters) {
        return jdbc.run("reading broadcasts", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, parameters);
                try (var rows = statement.executeQuery()) {
                    var found = new ArrayList<Broadcast>();
                    while (rows.next()) {
                        found.add(broadcast(rows));
                    }
                    return found;
                }
            }
        });
    }

    private List<RecipientRow> recipients(String sql, Object... parameters) {
        return jdbc.run("reading recipients", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, parameters);
                try (var rows = statement.executeQuery()) {
                    var found = new ArrayList<RecipientRow>();
                    while (rows.next()) {
                        found.add(new RecipientRow(
                                rows.getInt("position"),
                                rows.getString("peer"),
                                rows.getTimestamp("handed_at") != null,
                                List.copyOf(Arrays.asList(
                                        (UUID[]) rows.getArray("message_ids").getArray())),
                                rows.getString("refusal")));
                    }
                    return found;
                }
            }
        });
    }

    private static Broadcast broadcast(ResultSet row) throws SQLException {
        return new Broadcast(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "workspace_id"),
                Columns.uuid(row, "number_id"),
                row.getString("send_type"),
                row.getString("addressed"),
                tree(row.getString("message")),
                read(tree(row.getString("parts"))),
                row.getString("created_by"),
                Columns.requiredInstant(row, "created_at"),
                Columns.instant(row, "handed_at"));
    }

    private static String joined(RecipientRow row) {
        return row.messageIds().stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    private static JsonNode written(List<MessagePart> parts) {
        var array = JsonNodeFactory.instance.arrayNode();
        parts.forEach(part -> array.addObject().put("type", part.type()).set("content", part.content()));
        return array;
    }

    private static List<MessagePart> read(JsonNode parts) {
        return StreamSupport.stream(parts.spliterator(), false)
                .map(part -> new MessagePart(part.path("type").asText(), part.path("content")))
                .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A broadcast that is no JSON", impossible);
        }
    }
}
