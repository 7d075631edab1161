package org.chasqui.api.waabot.instances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The lives of instances in the database. Callers bring the transaction. */
@ApplicationScoped
class LifeStore {
    @Inject
    Sql jdbc;

    Optional<Life> find(UUID instanceId) {
        return read("select * from api_waabot_life where instance_id = ?", instanceId).stream()
                .findFirst();
    }

    /** The life of an instance, which nobody else changes before the transaction ends. */
    Life lock(UUID instanceId) {
        update("insert into api_waabot_life (instance_id) values (?) on conflict do nothing", instanceId);
        return read("select * from api_waabot_life where instance_id = ? for update", instanceId)
                .get(0);
    }

    /** The {@code _id} of each instance of a workspace that waits for the number of a link, the newest first. */
    List<String> waiting(UUID workspaceId) {
        return jdbc.run("looking for instances that wait", connection -> {
            var sql = """
                    select i.object_id from api_waabot_life l join api_waabot_instance i on i.id = l.instance_id
                    where i.workspace_id = ? and i.deleted_at is null and i.number_id is null and l.link_id is not null
                    order by i.id desc
                    """;
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, workspaceId);
                try (var rows = statement.executeQuery()) {
                    var found = new ArrayList<String>();
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                    return found;
                }
            }
        });
    }

    void save(Life life) {
        update(
                "update api_waabot_life set link_id = ?, left_number_id = ? where instance_id = ?",
                life.linkId(),
                life.leftNumberId(),
                life.instanceId());
    }

    /** Whoever has left a number has no way back to it: it is another's. */
    void taken(UUID numberId) {
        update("update api_waabot_life set left_number_id = null where left_number_id = ?", numberId);
    }

    /** Whether there was an instance with this {@code _id} that was deleted, with this number if any is given. */
    boolean wasDeleted(UUID workspaceId, String objectId, @Nullable UUID onlyNumber) {
        return jdbc.run("looking for a deleted instance", connection -> {
            var sql = "select 1 from api_waabot_instance where workspace_id = ? and object_id = lower(?)"
                    + " and deleted_at is not null and (? or number_id = ?)";
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, workspaceId, objectId, onlyNumber == null, onlyNumber);
                try (var rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    private void update(String sql, @Nullable Object... values) {
        jdbc.execute("writing the life of an instance", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, values);
                statement.executeUpdate();
            }
        });
    }

    private List<Life> read(String sql, Object... values) {
        return jdbc.run("reading the life of an instance", connection -> {
            var found = new ArrayList<Life>();
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, values);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(life(rows));
                    }
                }
            }
            return found;
        });
    }

    private static Life life(ResultSet row) throws SQLException {
        return new Life(Columns.uuid(row, "instance_id"), (UUID) row.getObject("link_id"), (UUID)
                row.getObject("left_number_id"));
    }
}
