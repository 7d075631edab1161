package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.MessageState;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.phone.NumberVariants;
import org.jspecify.annotations.Nullable;

/** Reads messages for pages and answers. */
@ApplicationScoped
class MessageReader {
    private static final String SELECT = """
            select m.*, c.name as peer_name, about.notes, q.state as queue_state, q.attempt as queue_attempt, q.reason
            from msg_message m
            left join msg_conversation c on c.id = m.conversation_id
            left join msg_queue q on q.message_id = m.id
            """ + Footnotes.JOIN + " where m.workspace_id = ?";

    /** How much older than its message an id may be: one is reserved for a key of idempotency, which is kept for two days. */
    private static final Duration OLDER_ID = Duration.ofHours(49);

    private static final int HELD = 3;
    private static final int PAUSED = 4;
    private static final String HELD_ADVICE =
            "It goes by itself when Meta lets the template go again, and expires if that is too late. Cancel it, or send"
                    + " another template, if it cannot wait.";

    private static final String PAUSED_ADVICE =
            "It goes when the campaign is resumed, and expires if that is too late. Cancel the campaign to end it.";

    @Inject
    Sql jdbc;

    Optional<MessageView> byId(UUID workspaceId, UUID id) {
        return query(SELECT + " and m.id = ?", List.of(workspaceId, id)).stream()
                .findFirst();
    }

    Optional<MessageView> byWamid(UUID workspaceId, String wamid) {
        return query(SELECT + " and m.wamid = ?", List.of(workspaceId, wamid)).stream()
                .findFirst();
    }

    List<MessageView> list(UUID workspaceId, MessageFilter filter, int limit, @Nullable UUID before) {
        return list(workspaceId, filter, limit, before, 0);
    }

    List<MessageView> list(UUID workspaceId, MessageFilter filter, int limit, @Nullable UUID before, int offset) {
        var where = new Conditions(workspaceId, filter);
        if (before != null) {
            where.add(" and m.id < ?", before);
        }
        where.parameters.add(limit);
        where.parameters.add(offset);
        return query(SELECT + where.sql + " order by m.id desc limit ? offset ?", where.parameters);
    }

    List<MessageView> byIds(UUID workspaceId, Collection<UUID> ids) {
        var joined = ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
        return query(
                SELECT + " and m.id = any(string_to_array(nullif(?, ''), ' ')::uuid[])", List.of(workspaceId, joined));
    }

    /** People who were written to with a template; what waits still counts, what was refused does not. */
    long reached(UUID workspaceId, Collection<UUID> numberIds, Instant since) {
        var sql = "select count(distinct m.peer) from msg_message m where m.workspace_id = ? and m.id >= ?"
                + " and m.number_id = any(string_to_array(?, ' ')::uuid[]) and m.template is not null"
                + " and m.direction = 0 and m.status not in (7, 9, 10)";
        var numbers = numberIds.stream().map(UUID::toString).collect(Collectors.joining(" "));
        return jdbc.run("counting people reached", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, List.of(workspaceId, Ids.lowestAt(since), numbers));
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** Reactions, edits and deletions are about other messages and are passed over. */
    Map<UUID, MessageView> latest(UUID workspaceId, Collection<UUID> conversationIds) {
        var sql = SELECT + """
                 and m.id in (select (select n.id from msg_message n where n.conversation_id = one.id
                        and n.type not in ('reaction', 'edit', 'revoke') order by n.id desc limit 1)
                    from unnest(string_to_array(?, ' ')::uuid[]) as one(id))
                """;
        var ids = conversationIds.stream().map(UUID::toString).collect(Collectors.joining(" "));
        var latest = new HashMap<UUID, MessageView>();
        for (var view : query(sql, List.of(workspaceId, ids))) {
            var conversation = view.conversationId();
            if (conversation != null) {
                latest.put(conversation, view);
            }
        }
        return latest;
    }

    long count(UUID workspaceId, MessageFilter filter, long upTo) {
        var where = new Conditions(workspaceId, filter);
        where.parameters.add(upTo);
        var sql = "select count(*) from (select 1 from msg_message m left join msg_queue q on q.message_id = m.id"
                + " where m.workspace_id = ?" + where.sql + " limit ?) counted";
        return jdbc.run("counting messages", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, where.parameters);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    List<Attempt> attempts(UUID workspaceId, UUID messageId) {
        var sql = """
                select a.* from msg_attempt a join msg_message m on m.id = a.message_id
                where m.workspace_id = ? and a.message_id = ? order by a.number
                """;
        return jdbc.run("reading attempts", connection -> {
            var attempts = new ArrayList<Attempt>();
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, List.of(workspaceId, messageId));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        attempts.add(attempt(rows));
                    }
                }
            }
            return attempts;
        });
    }

    private List<MessageView> query(String sql, List<?> parameters) {
        return jdbc.run("reading messages", connection -> {
            var views = new ArrayList<MessageView>();
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        views.add(view(rows));
                    }
                }
            }
            return views;
        });
    }

    private static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            var value = parameters.get(i);
            statement.setObject(
                    i + 1,
                    value instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : value);
        }
    }

    private static MessageView view(ResultSet row) throws SQLException {
        var direction = Direction.ofCode(row.getInt("direction"));
        var createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
        var expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        var state = Ledger.readState(row);
        var read = Footnotes.of(row, createdAt);
        boolean claimed = row.getInt("queue_state") == 1;
        var status = direction == Direction.INBOUND
                ? MessageStatus.RECEIVED
                : claimed && state.status() == MessageStatus.QUEUED ? MessageStatus.SENDING : state.status();
        return new MessageView(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getObject("number_id", UUID.class),
                row.getString("phone_number_id"),
                direction,
                row.getString("peer"),
                row.getString("peer_name"),
                row.getString("type"),
                read.content(),
                row.getString("template"),
                row.getString("category"),
                status,
                Steps.of(direction, createdAt, state),
                state.wamid(),
                row.getObject("conversation_id", UUID.class),
                error(row, state),
                state.pricing(),
                Math.max(row.getInt("attempts"), row.getInt("queue_attempt")),
                createdAt,
                expiresAt == null ? null : expiresAt.toInstant(),
                row.getString("reply_to"),
                read.notes());
    }

    private static @Nullable MessageError error(ResultSet row, MessageState state) throws SQLException {
        if (row.getInt("queue_state") == HELD) {
            return new MessageError(0, "Held: its template may not be sent now", row.getString("reason"), HELD_ADVICE);
        }
        if (row.getInt("queue_state") == PAUSED) {
            return new MessageError(0, "Held: its campaign is paused", row.getString("reason"), PAUSED_ADVICE);
        }
        var problem = state.problem();
        return problem == null ? null : error(problem, state.status(), Lane.ofCode(row.getInt("lane")));
    }

    private static MessageError error(Fact.Problem problem, MessageStatus status, Lane lane) {
        return new MessageError(problem.code(), problem.title(), problem.details(), Advice.on(problem, status, lane));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("node"),
                row.getString("outcome"),
                (Integer) row.getObject("http_status"),
                (Integer) row.getObject("code"),
                row.getString("detail"),
                row.getString("answer"),
                row.getLong("duration_ms"),
                row.getBoolean("resend"));
    }

    /** The filter as SQL; the index on workspace and id bounds the walk, the rest is looked at on the way. */
    private static final class Conditions {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        private Conditions(UUID workspaceId, MessageFilter filter) {
            parameters.add(workspaceId);
            if (filter.phoneNumberId() != null) {
                add(" and ? in (m.phone_number_id, m.number_id::text)", filter.phoneNumberId());
            }
            if (filter.peer() != null) {
                addPeer(workspaceId, String.join(" ", NumberVariants.allOf(filter.peer())));
            }
            if (filter.conversationId() != null) {
                add(" and m.conversation_id = ?", filter.conversationId());
            }
            if (filter.direction() != null) {
                add(" and m.direction = ?", filter.direction().code());
            }
            if (filter.type() != null) {
                add(" and m.type = ?", filter.type());
            }
            if (filter.category() != null) {
                add(" and m.category = ?", filter.category());
            }
            if (filter.campaignId() != null) {
                add(" and m.campaign_id = ?", filter.campaignId());
            }
            if (filter.template() != null) {
                add(" and m.template = ?", filter.template());
            }
            if (filter.errorCode() != null) {
                add(" and m.error_code = ?", filter.errorCode());
            }
            if (filter.since() != null) {
                add(" and m.created_at >= ?", filter.since());
                // Ids rise with the time: this bounds the walk over the index.
                add(" and m.id >= ?", Ids.lowestAt(filter.since().minus(OLDER_ID)));
            }
            if (filter.until() != null) {
                add(" and m.created_at < ?", filter.until());
            }
            if (filter.reached() != null) {
                add(" and m.direction = ?", Direction.OUTBOUND.code());
                sql.append(" and m.").append(filter.reached().column()).append(" is not null");
            }
            if (!filter.statuses().isEmpty()) {
                addStatuses(filter);
            }
        }

        /**
         * Through the conversations with the person, which are few and have an index: the messages of the workspace are not
         * walked for somebody who got only some.
         */
        private void addPeer(UUID workspaceId, String peers) {
            add(" and m.peer = any(string_to_array(?, ' '))", peers);
            sql.append(" and m.conversation_id = any(array(select c.id from msg_conversation c where");
            add(" c.workspace_id = ?", workspaceId);
            add(" and c.peer = any(string_to_array(?, ' '))", peers);
            sql.append(" union select f.conversation_id from msg_former_peer f where");
            add(" f.workspace_id = ?", workspaceId);
            add(" and f.peer = any(string_to_array(?, ' '))))", peers);
        }

        /** SENDING is not stored with the message: it is a queued one whose queue entry is claimed. */
        private void addStatuses(MessageFilter filter) {
            var any = new ArrayList<String>();
            for (var status : filter.statuses()) {
                any.add(
                        switch (status) {
                            case QUEUED -> "(m.status = 0 and coalesce(q.state, 0) <> 1)";
                            case SENDING -> "(m.status = 0 and q.state = 1)";
                            default -> "m.status = " + status.code();
                        });
            }
            sql.append(" and (").append(String.join(" or ", any)).append(')');
        }

        private void add(String condition, Object parameter) {
            sql.append(condition);
            parameters.add(parameter);
        }
    }
}
