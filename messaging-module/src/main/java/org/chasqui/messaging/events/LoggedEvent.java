package org.chasqui.messaging.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.jspecify.annotations.Nullable;

/**
 * An event that was written just now, without its content.
 *
 * @param seq its place among the events of its conversation
 */
public record LoggedEvent(
        UUID id,
        long seq,
        UUID workspaceId,
        String type,
        @Nullable UUID numberId,
        @Nullable UUID conversationId) {
    /** Reads one from a row that has its columns. */
    public static LoggedEvent of(ResultSet row) throws SQLException {
        return new LoggedEvent(
                Columns.uuid(row, "id"),
                row.getLong("seq"),
                Columns.uuid(row, "workspace_id"),
                row.getString("type"),
                Columns.uuid(row, "number_id"),
                Columns.uuid(row, "conversation_id"));
    }
}
