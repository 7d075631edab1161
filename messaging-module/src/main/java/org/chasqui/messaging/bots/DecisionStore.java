package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Decisions in the database. Callers bring the transaction. */
@ApplicationScoped
class DecisionStore {
    private static final String INSERT = """
            insert into msg_bot_decision (id, workspace_id, bot_id, number_id, conversation_id, at, outcome, reason, detail,
                rule_id, trace, duration_ms)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    private static final String SELECT = """
            select d.*,
                array(select h.message_id from msg_bot_heard h where h.decision_id = d.id order by h.message_id) as inbound,
                array(select r.message_id from msg_bot_reply r where r.decision_id = d.id order by r.message_id) as replies
            from msg_bot_decision d
            """;

    private static final String OF_MESSAGES = """
            select h.message_id, h.decision_id from msg_bot_heard h where h.message_id = any(?)
            union all select r.message_id, r.decision_id from msg_bot_reply r where r.message_id = any(?)
            """;

    private record Link(UUID message, UUID decision) {}

    @Inject
    Sql jdbc;

    /**
     * Keeps a decision. A message that is in another one already makes the transaction fail: it must not be answered twice.
     */
    void insert(UUID workspaceId, DecisionView decision) {
        jdbc.execute("keeping a decision of a bot", connection -> {
            Rows.update(
                    connection,
                    INSERT,
                    decision.id(),
                    workspaceId,
                    decision.botId(),
                    decision.numberId(),
                    decision.conversationId(),
                    decision.at(),
                    decision.outcome().wireName(),
                    decision.reason().wireName(),
                    decision.detail(),
                    decision.ruleId(),
                    BotJson.write(decision.trace()),
                    decision.durationMillis());
            link(connection, "msg_bot_heard", decision.inbound(), decision.id());
            link(connection, "msg_bot_reply", decision.replies(), decision.id());
        });
    }

    private static void link(Connection connection, String table, List<UUID> messages, UUID decisionId)
            throws SQLException {
        if (!messages.isEmpty()) {
            Rows.update(
                    connection,
                    "insert into " + table + " (message_id, decision_id) select n, ? from unnest(?::uuid[]) as n",
                    decisionId,
                    Columns.uuids(connection, messages));
        }
    }

    /** Those of the messages that are in a decision already. */
    Set<UUID> heard(Collection<UUID> messageIds) {
        return new HashSet<>(jdbc.run(
                "looking for decisions about messages",
                connection -> Rows.list(
                        connection,
                        row -> Columns.uuid(row, 1),
                        "select message_id from msg_bot_heard where message_id = any(?)",
                        Columns.uuids(connection, messageIds))));
    }

    /** The newest first. */
    List<DecisionView> list(UUID workspaceId, BotDecisions.Filter filter, int limit, @Nullable UUID before) {
        var sql = new StringBuilder(SELECT).append(" where d.workspace_id = ?");
        var parameters = new ArrayList<Object>(List.of(workspaceId));
        add(sql, parameters, " and d.bot_id = ?", filter.botId());
        add(sql, parameters, " and d.conversation_id = ?", filter.conversationId());
        add(
                sql,
                parameters,
                " and d.outcome = ?",
                filter.outcome() == null ? null : filter.outcome().wireName());
        add(sql, parameters, " and d.id < ?", before);
        parameters.add(limit);
        return jdbc.run(
                "reading decisions of bots",
                connection -> Rows.list(
                        connection,
                        DecisionStore::read,
                        sql.append(" order by d.id desc limit ?").toString(),
                        parameters.toArray()));
    }

    private static void add(StringBuilder sql, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value);
        }
    }

    /** By message. */
    Map<UUID, DecisionView> ofMessages(UUID workspaceId, Collection<UUID> messageIds) {
        return jdbc.run("looking for decisions about messages", connection -> {
            Array asked = Columns.uuids(connection, messageIds);
            var links = Rows.list(
                    connection, row -> new Link(Columns.uuid(row, 1), Columns.uuid(row, 2)), OF_MESSAGES, asked, asked);
            var decisions = new HashMap<UUID, DecisionView>();
            Rows.list(
                            connection,
                            DecisionStore::read,
                            SELECT + " where d.workspace_id = ? and d.id = any(?)",
                            workspaceId,
                            Columns.uuids(
                                    connection,
                                    links.stream().map(Link::decision).toList()))
                    .forEach(decision -> decisions.put(decision.id(), decision));
            var found = new HashMap<UUID, DecisionView>();
            for (var link : links) {
                var decision = decisions.get(link.decision());
                if (decision != null) {
                    found.put(link.message(), decision);
                }
            }
            return found;
        });
    }

    private static DecisionView read(ResultSet row) throws SQLException {
        return new DecisionView(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "bot_id"),
                Columns.uuid(row, "number_id"),
                Columns.uuid(row, "conversation_id"),
                Columns.requiredInstant(row, "at"),
                DecisionOutcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                row.getString("detail"),
                (UUID) row.getObject("rule_id"),
                List.of((UUID[]) row.getArray("inbound").getArray()),
                List.of((UUID[]) row.getArray("replies").getArray()),
                BotJson.read(row.getString("trace"), Trace.class),
                row.getInt("duration_ms"));
    }
}
