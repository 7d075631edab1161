package org.chasqui.api.dialog360.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** What is to be echoed, in the database. Callers bring the transaction. */
@ApplicationScoped
class EchoStore {
    /** A call that comes again under the same Idempotency-Key may come while the first one is under way. */
    private static final String PUT = """
            insert into api_dialog360_echo (message_id, callback_data, created_at) values (?, ?, ?)
            on conflict (message_id) do update set callback_data = excluded.callback_data
            """;

    private static final String REMOVE_OLD = """
            delete from api_dialog360_echo where message_id in (
                select message_id from api_dialog360_echo where created_at < ? order by created_at limit ?)
            """;

    @Inject
    Sql jdbc;

    void put(UUID messageId, String callbackData, Instant at) {
        jdbc.execute("keeping callback data", connection -> {
            try (var statement = connection.prepareStatement(PUT)) {
                Columns.bind(statement, messageId, callbackData, at);
                statement.executeUpdate();
            }
        });
    }

    Optional<String> find(UUID messageId) {
        return jdbc.run("reading callback data", connection -> {
            var sql = "select callback_data from api_dialog360_echo where message_id = ?";
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, messageId);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** Removes the oldest ones; answers how many. */
    int removeBefore(Instant before, int most) {
        return jdbc.run("removing old callback data", connection -> {
            try (var statement = connection.prepareStatement(REMOVE_OLD)) {
                Columns.bind(statement, before, most);
                return statement.executeUpdate();
            }
        });
    }
}
