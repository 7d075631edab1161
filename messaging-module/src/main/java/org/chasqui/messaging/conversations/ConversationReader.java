package org.chasqui.messaging.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Reads conversations for pages and answers. */
@ApplicationScoped
class ConversationReader {
    /** When something happened last: the person wrote, or it was begun. */
    static final String ACTIVE = "coalesce(c.last_inbound_at, c.created_at)";

    /** What a person wrote and nobody marked as read, among the latest hundred messages of a conversation. */
    static final String UNREAD = """
             from (select m.direction, m.read_at, m.type from msg_message m where m.conversation_id = %s
                order by m.id desc limit 100) latest
            where latest.direction = 1 and latest.read_at is null
                and latest.type not in ('system', 'reaction', 'edit', 'revoke')
            """;

    @Inject
    Sql jdbc;

    Optional<ConversationView> find(UUID workspaceId, UUID id) {
        return query(
                        "select c.* from msg_conversation c where c.workspace_id = ? and c.id = ?",
                        List.of(workspaceId, id))
                .stream()
                .findFirst();
    }

    /** The latest activity first. */
    List<ConversationView> list(
            UUID workspaceId, ConversationFilter filter, Instant now, int limit, Conversations.@Nullable Cursor after) {
        var conditions = new ConversationConditions(workspaceId, filter, now);
        if (after != null) {
            conditions.add(" and (" + ACTIVE + ", c.id) < (?, ?)", after.activeAt(), after.id());
        }
        conditions.addParameter(limit);
        return query(
                "select c.* from msg_conversation c where c.workspace_id = ?" + conditions.sql() + " order by " + ACTIVE
                        + " desc, c.id desc limit ?",
                conditions.parameters());
    }

    /** How many of the latest hundred messages of each conversation are a person's and not marked as read; zeros are left out. */
    Map<UUID, Integer> unread(UUID workspaceId, Collection<UUID> ids) {
        var sql = "select c.id, (select count(*)" + UNREAD.formatted("c.id")
                + ") as unread from msg_conversation c where c.workspace_id = ? and c.id = any(?)";
        return jdbc.run("counting unread messages", connection -> {
            var unread = new HashMap<UUID, Integer>();
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, workspaceId);
                statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (rows.getInt(2) > 0) {
                            unread.put(rows.getObject(1, UUID.class), rows.getInt(2));
                        }
                    }
                }
            }
            return unread;
        });
    }

    private List<ConversationView> query(String sql, List<?> parameters) {
        return jdbc.run("reading conversations", connection -> {
            var views = new ArrayList<ConversationView>();
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, parameters.toArray());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        views.add(view(rows));
                    }
                }
            }
            return views;
        });
    }

    static ConversationView view(ResultSet row) throws SQLException {
        return new ConversationView(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getObject("number_id", UUID.class),
                row.getString("peer"),
                row.getObject("contact_id", UUID.class),
                row.getString("name"),
                Columns.instant(row, "window_expires_at"),
                Columns.instant(row, "last_inbound_at"),
                Columns.requiredInstant(row, "created_at"));
    }
}
