package org.chasqui.campaigns.recipients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/** Reads the rows of recipients. Callers bring the transaction. */
@ApplicationScoped
public class RecipientReader {
    private static final String WAITING = """
            select * from cmp_recipient where campaign_id = ? and position > ? and state = 20 order by position limit ?
            """;

    @Inject
    Sql jdbc;

    /** For the container. */
    public RecipientReader() {}

    /** The rows in a database of a test. */
    public RecipientReader(Sql jdbc) {
        this.jdbc = jdbc;
    }

    /** The next recipients behind a place who nobody has had a turn with yet. The caller has locked the campaign. */
    public List<RecipientRow> waiting(UUID campaignId, long cursor, int limit) {
        return read(WAITING, campaignId, cursor, limit);
    }

    /**
     * Recipients in the order of the list.
     *
     * @param states any of these; empty for all
     * @param reason only those skipped for this; null for all
     * @param errorCode only those with this code of Meta; null for all
     * @param cursor place behind which to begin
     */
    public List<RecipientRow> list(
            UUID campaignId,
            Set<RecipientState> states,
            @Nullable String reason,
            @Nullable Integer errorCode,
            boolean onlyReplied,
            long cursor,
            int limit) {
        var sql = new StringBuilder("select * from cmp_recipient where campaign_id = ? and position > ?");
        var parameters = new ArrayList<Object>(List.of(campaignId, cursor));
        if (!states.isEmpty()) {
            sql.append(" and state in (")
                    .append(String.join(
                            ",",
                            states.stream()
                                    .map(state -> Integer.toString(state.code()))
                                    .toList()))
                    .append(')');
        }
        if (reason != null) {
            sql.append(" and reason = ?");
            parameters.add(reason);
        }
        if (errorCode != null) {
            sql.append(" and error_code = ?");
            parameters.add(errorCode);
        }
        if (onlyReplied) {
            sql.append(" and replied_at is not null");
        }
        parameters.add(limit);
        return read(sql + " order by position limit ?", parameters.toArray());
    }

    private List<RecipientRow> read(String sql, Object... parameters) {
        return jdbc.run("reading recipients", connection -> {
            var read = new ArrayList<RecipientRow>();
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        read.add(row(rows));
                    }
                }
            }
            return read;
        });
    }

    private static RecipientRow row(ResultSet row) throws SQLException {
        return new RecipientRow(
                Columns.uuid(row, "campaign_id"),
                row.getLong("position"),
                row.getString("written"),
                row.getString("peer"),
                row.getString("name"),
                variables(row.getString("variables")),
                (Long) row.getObject("line"),
                RecipientState.ofCode(row.getInt("state")),
                row.getString("reason"),
                row.getString("detail"),
                Columns.integer(row, "error_code"),
                (UUID) row.getObject("message_id"),
                row.getInt("rounds"),
                Columns.requiredInstant(row, "changed_at"),
                Columns.instant(row, "replied_at"));
    }

    private static Map<String, String> variables(String json) {
        try {
            return Json.mapper().readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("variables that are no JSON", impossible);
        }
    }
}
