package org.chasqui.campaigns.audiences;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** The rows of audiences. Callers bring the transaction. */
@ApplicationScoped
class AudienceStore {
    @Inject
    Sql jdbc;

    void insert(Audience audience) {
        jdbc.execute("saving an audience", connection -> {
            var sql = "insert into cmp_audience (id, workspace_id, name, tags, created_at) values (?, ?, ?, ?, ?)";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, audience.id());
                statement.setObject(2, audience.workspaceId());
                statement.setString(3, audience.name());
                statement.setArray(4, Columns.texts(connection, audience.tags()));
                Columns.set(statement, 5, audience.createdAt());
                statement.executeUpdate();
            }
        });
    }

    List<Audience> list(UUID workspaceId) {
        return jdbc.run("reading audiences", connection -> {
            var found = new ArrayList<Audience>();
            var sql = "select * from cmp_audience where workspace_id = ? order by id desc";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, workspaceId);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(audience(rows));
                    }
                }
            }
            return found;
        });
    }

    void rename(UUID workspaceId, UUID id, String name) {
        jdbc.execute("renaming an audience", connection -> {
            var sql = "update cmp_audience set name = ? where workspace_id = ? and id = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, name);
                statement.setObject(2, workspaceId);
                statement.setObject(3, id);
                statement.executeUpdate();
            }
        });
    }

    void delete(UUID workspaceId, UUID id) {
        jdbc.execute("deleting an audience", connection -> {
            var sql = "delete from cmp_audience where workspace_id = ? and id = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, workspaceId);
                statement.setObject(2, id);
                statement.executeUpdate();
            }
        });
    }

    private static Audience audience(ResultSet row) throws SQLException {
        return new Audience(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "workspace_id"),
                row.getString("name"),
                List.of((String[]) row.getArray("tags").getArray()),
                Columns.requiredInstant(row, "created_at"));
    }
}
