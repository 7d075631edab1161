package org.chasqui.api.waabot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Sessions in the database. Callers bring the transaction. */
@ApplicationScoped
class SessionStore {
    private static final String ADD = """
            insert into api_waabot_session (id, workspace_id, user_id, user_agent, created_at, renewed_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ALIVE = "ended_at is null and expires_at > ?";

    @Inject
    Sql jdbc;

    void add(Session session) {
        update(
                ADD,
                session.id(),
                session.workspaceId(),
                session.userId(),
                session.userAgent(),
                session.createdAt(),
                session.renewedAt(),
                session.expiresAt());
    }

    void renewed(UUID id, Instant now) {
        update("update api_waabot_session set renewed_at = ? where id = ?", now, id);
    }

    void end(UUID id, Instant now) {
        update("update api_waabot_session set ended_at = ? where id = ? and ended_at is null", now, id);
    }

    void endAllOf(UUID userId, Instant now) {
        update("update api_waabot_session set ended_at = ? where user_id = ? and ended_at is null", now, userId);
    }

    /** Removes the sessions that have ended or run out before a time. */
    void removeBefore(Instant time) {
        update("delete from api_waabot_session where expires_at < ? or ended_at < ?", time, time);
    }

    Optional<Session> alive(UUID id, Instant now) {
        return read("id = ? and " + ALIVE, id, now).stream().findFirst();
    }

    /** The newest first. */
    List<Session> aliveOf(UUID userId, Instant now) {
        return read("user_id = ? and " + ALIVE + " order by id desc limit 100", userId, now);
    }

    private void update(String sql, @Nullable Object... values) {
        jdbc.execute("writing a session", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, values);
                statement.executeUpdate();
            }
        });
    }

    private List<Session> read(String where, Object... values) {
        return jdbc.run("reading sessions", connection -> {
            var found = new ArrayList<Session>();
            try (var statement = connection.prepareStatement("select * from api_waabot_session where " + where)) {
                Columns.bind(statement, values);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(session(rows));
                    }
                }
            }
            return found;
        });
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "workspace_id"),
                Columns.uuid(row, "user_id"),
                row.getString("user_agent"),
                Columns.requiredInstant(row, "created_at"),
                Columns.requiredInstant(row, "renewed_at"),
                Columns.requiredInstant(row, "expires_at"));
    }
}
