package org.chasqui.api.callbacks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * The {@code biz_opaque_callback_data} of messages. Meta's own holds our mark, by which an uncertain call is settled, so that the
 * client's stays here and is put into what the client is told.
 */
@ApplicationScoped
public class CallbackData {
    /** A call that comes again under the same Idempotency-Key may come while the first one is under way. */
    private static final String KEEP = """
            insert into api_callback_data (message_id, data, created_at) values (?, ?, ?)
            on conflict (message_id) do update set data = excluded.data
            """;

    private static final String REMOVE_OLD = """
            delete from api_callback_data where message_id in (
                select message_id from api_callback_data where created_at < ? order by created_at limit ?)
            """;

    @Inject
    Sql jdbc;

    @Inject
    Clock clock;

    /** For the container. */
    public CallbackData() {}

    CallbackData(Sql jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what a message was given, in a transaction of its own: before it is sent, for a status may come at once. */
    @Transactional
    public void keep(UUID messageId, String data) {
        jdbc.execute("keeping callback data", connection -> {
            try (var statement = connection.prepareStatement(KEEP)) {
                Columns.bind(statement, messageId, data, clock.instant());
                statement.executeUpdate();
            }
        });
    }

    /** Forgets it again, for a message that was refused. */
    @Transactional
    public void forget(UUID messageId) {
        jdbc.execute("forgetting callback data", connection -> {
            try (var statement = connection.prepareStatement("delete from api_callback_data where message_id = ?")) {
                Columns.bind(statement, messageId);
                statement.executeUpdate();
            }
        });
    }

    /** What a message was given; empty for nothing. */
    public Optional<String> find(UUID messageId) {
        return jdbc.run("reading callback data", connection -> {
            try (var statement =
                    connection.prepareStatement("select data from api_callback_data where message_id = ?")) {
                Columns.bind(statement, messageId);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString("data")) : Optional.empty();
                }
            }
        });
    }

    /**
     * Removes the oldest.
     *
     * @return how many
     */
    int removeBefore(Instant before, int most) {
        return jdbc.run("removing old callback data", connection -> {
            try (var statement = connection.prepareStatement(REMOVE_OLD)) {
                Columns.bind(statement, before, most);
                return statement.executeUpdate();
            }
        });
    }
}
