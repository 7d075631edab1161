package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.jspecify.annotations.Nullable;

/** Reads messages for pages and answers. */
@ApplicationScoped
class MessageReader {
    private static final String ROWS = """
            select m.*, c.name as peer_name, about.notes, q.state as queue_state, q.attempt as queue_attempt, q.reason
            from msg_message m
            left join msg_conversation c on c.id = m.conversation_id
            left join msg_queue q on q.message_id = m.id
            """ + Footnotes.JOIN;

    private static final String SELECT = ROWS + " where m.workspace_id = ?";

    /** A message that is being sent is stored as queued. */
    private static final String ANSWERED = "select id from msg_message where status <> " + MessageStatus.QUEUED.code()
            + " and id = any(string_to_array(nullif(?, ''), ' ')::uuid[])";

    /** How many rows are read at a time where not each of them may be meant. */
    private static final int WALKED = 200;

    private static final int FETCHED = 2_000;

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
        var people = filter.people();
        if (people == null) {
            return page(workspaceId, filter, limit, before, offset);
        }
        var found = new ArrayList<MessageView>();
        int passedOver = 0;
        var last = before;
        while (true) {
            var page = page(workspaceId, filter, WALKED, last, 0);
            for (var message : page) {
                if (!people.has(message.peer())) {
                    continue;
                }
                if (passedOver < offset) {
                    passedOver++;
                } else if (found.size() < limit) {
                    found.add(message);
                }
            }
            if (found.size() == limit || page.size() < WALKED) {
                return found;
            }
            last = page.get(page.size() - 1).id();
        }
    }

    private List<MessageView> page(
            UUID workspaceId, MessageFilter filter, int limit, @Nullable UUID before, int offset) {
        var where = new MessageConditions(workspaceId, filter);
        if (before != null) {
            where.add(" and m.id < ?", before);
        }
        where.addParameter(limit);
        where.addParameter(offset);
        return query(SELECT + where.sql() + " order by m.id desc limit ? offset ?", where.parameters());
    }

    List<MessageView> byIds(UUID workspaceId, Collection<UUID> ids) {
        var joined = ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
        return query(
                SELECT + " and m.id = any(string_to_array(nullif(?, ''), ' ')::uuid[])", List.of(workspaceId, joined));
    }

    /** Messages of whatever workspace, for who knows whose they are. */
    List<MessageView> ofAnyWorkspace(Collection<UUID> ids) {
        var joined = ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
        return query(ROWS + " where m.id = any(string_to_array(nullif(?, ''), ' ')::uuid[])", List.of(joined));
    }

    /** Those of the messages of whatever workspace to which Meta has answered, or which have ended without an answer. */
    List<UUID> answered(Collection<UUID> ids) {
        var joined = ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
        return jdbc.run("looking for answers", connection -> {
            var answered = new ArrayList<UUID>();
            try (var statement = connection.prepareStatement(ANSWERED)) {
                statement.setString(1, joined);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        answered.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return answered;
        });
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
        var where = new MessageConditions(workspaceId, filter);
        if (filter.people() != null) {
            return countPeople(filter.people(), where, upTo);
        }
        where.addParameter(upTo);
        var sql = "select count(*) from (select 1 from msg_message m left join msg_queue q on q.message_id = m.id"
                + " where m.workspace_id = ?" + where.sql() + " limit ?) counted";
        return jdbc.run("counting messages", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, where.parameters());
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** A country is told by the number, which only we can: the rows are walked, and not all of them are held at once. */
    private long countPeople(PeopleIn people, MessageConditions where, long upTo) {
        var sql = "select m.peer from msg_message m left join msg_queue q on q.message_id = m.id"
                + " where m.workspace_id = ?" + where.sql();
        return jdbc.run("counting messages of people", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, where.parameters());
                statement.setFetchSize(FETCHED);
                long count = 0;
                try (var rows = statement.executeQuery()) {
                    while (count < upTo && rows.next()) {
                        count += people.has(rows.getString(1)) ? 1 : 0;
                    }
                }
                return count;
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
}
