package org.chasqui.api.botmaker.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** Notes of messages in the database. */
@ApplicationScoped
public class NoteStore {
    private static final String ADD = """
            insert into api_botmaker_message (message_id, request_id, webhook_payload, variables, created_at)
            select n.*, ?::timestamptz from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as n
            on conflict (message_id) do update set request_id = excluded.request_id,
                webhook_payload = excluded.webhook_payload, variables = excluded.variables
            """;

    private static final String REMOVE_OLD = """
            delete from api_botmaker_message where message_id in (
                select message_id from api_botmaker_message where created_at < ? order by created_at limit ?)
            """;

    @Inject
    Sql jdbc;

    /** For the container. */
    public NoteStore() {}

    NoteStore(Sql jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<MessageNote> notes, Instant now) {
        jdbc.execute("noting messages", connection -> {
            try (var statement = connection.prepareStatement(ADD)) {
                Columns.set(statement, 1, now);
                statement.setArray(2, Columns.of(connection, "uuid", notes, MessageNote::messageId));
                statement.setArray(3, Columns.of(connection, "text", notes, MessageNote::requestId));
                statement.setArray(4, Columns.of(connection, "text", notes, MessageNote::webhookPayload));
                statement.setArray(5, Columns.of(connection, "text", notes, MessageNote::variables));
                statement.executeUpdate();
            }
        });
    }

    /** Those of some messages that a call of this dialect has sent. */
    public Set<UUID> noted(Collection<UUID> messageIds) {
        return jdbc.run("looking for notes of messages", connection -> {
            var found = new HashSet<UUID>();
            try (var statement = connection.prepareStatement(
                    "select message_id from api_botmaker_message where message_id = any(?)")) {
                statement.setArray(1, Columns.uuids(connection, messageIds));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(Columns.uuid(rows, "message_id"));
                    }
                }
            }
            return found;
        });
    }

    /** The note of a message; empty for one that no call of this dialect has sent. */
    public Optional<MessageNote> find(UUID messageId) {
        return jdbc.run("reading the note of a message", connection -> {
            try (var statement =
                    connection.prepareStatement("select * from api_botmaker_message where message_id = ?")) {
                Columns.bind(statement, messageId);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(note(rows)) : Optional.empty();
                }
            }
        });
    }

    /**
     * Removes the oldest notes.
     *
     * @return how many
     */
    int removeBefore(Instant before, int most) {
        return jdbc.run("removing old notes of messages", connection -> {
            try (var statement = connection.prepareStatement(REMOVE_OLD)) {
                Columns.bind(statement, before, most);
                return statement.executeUpdate();
            }
        });
    }

    private static MessageNote note(ResultSet row) throws SQLException {
        return new MessageNote(
                Columns.uuid(row, "message_id"),
                row.getString("request_id"),
                row.getString("webhook_payload"),
                row.getString("variables"),
                Columns.requiredInstant(row, "created_at"));
    }
}
