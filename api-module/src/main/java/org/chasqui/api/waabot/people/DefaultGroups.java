package org.chasqui.api.waabot.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** Which group people come into who are given none; at most one in a workspace. Callers bring the transaction. */
@ApplicationScoped
class DefaultGroups {
    @Inject
    Sql jdbc;

    /** Our id of the audience. */
    Optional<UUID> of(UUID workspaceId) {
        return jdbc.run("reading the default group", connection -> {
            var sql = "select audience_id from api_waabot_default_group where workspace_id = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, workspaceId);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(Columns.uuid(rows, 1)) : Optional.empty();
                }
            }
        });
    }

    void put(UUID workspaceId, UUID audienceId) {
        update(
                "insert into api_waabot_default_group (workspace_id, audience_id) values (?, ?)"
                        + " on conflict (workspace_id) do update set audience_id = excluded.audience_id",
                workspaceId,
                audienceId);
    }

    /** There is no default group any more, when it was this one. */
    void remove(UUID workspaceId, UUID audienceId) {
        update(
                "delete from api_waabot_default_group where workspace_id = ? and audience_id = ?",
                workspaceId,
                audienceId);
    }

    private void update(String sql, UUID workspaceId, UUID audienceId) {
        jdbc.execute("writing the default group", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, workspaceId, audienceId);
                statement.executeUpdate();
            }
        });
    }
}
