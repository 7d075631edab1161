package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** What bots know of conversations, in the database. Callers bring the transaction. */
@ApplicationScoped
class StateStore {
    private static final String SAVE = """
            update msg_bot_conversation set autoreply = ?, handed_over_at = ?, handed_over_until = ?, handed_over_by = ?,
                assignee = ?, note = ?, returned_at = ?, welcomed_at = ?, default_at = ?, away_at = ?, replied_at = ?,
                counted_since = ?, counted = ?, last_reply = ?, same_replies = ?, quick_turns = ?, silent_until = ?
            where conversation_id = ?
            """;

    private static final String LOCK = "select * from msg_bot_conversation where conversation_id = ? for no key update";

    @Inject
    Sql jdbc;

    /** The state of a conversation, for this transaction alone; begun when there is none. */
    BotState lock(ConversationView conversation) {
        return jdbc.run("locking what bots know of a conversation", connection -> {
            Rows.update(
                    connection,
                    "insert into msg_bot_conversation (conversation_id, workspace_id, number_id) values (?, ?, ?)"
                            + " on conflict do nothing",
                    conversation.id(),
                    conversation.workspaceId(),
                    conversation.numberId());
            return Rows.first(connection, StateStore::read, LOCK, conversation.id())
                    .orElseThrow();
        });
    }

    /** As it is, for who only looks; a blank one when there is none. */
    BotState look(ConversationView conversation) {
        return byIds(List.of(conversation.id()))
                .getOrDefault(
                        conversation.id(),
                        new BotState(conversation.id(), conversation.workspaceId(), conversation.numberId()));
    }

    /** By conversation; those of which nothing is known are left out. */
    Map<UUID, BotState> byIds(Collection<UUID> conversationIds) {
        var found = new HashMap<UUID, BotState>();
        if (!conversationIds.isEmpty()) {
            jdbc.run(
                            "reading what bots know of conversations",
                            connection -> Rows.list(
                                    connection,
                                    StateStore::read,
                                    "select * from msg_bot_conversation where conversation_id = any(?)",
                                    Columns.uuids(connection, conversationIds)))
                    .forEach(state -> found.put(state.conversationId, state));
        }
        return found;
    }

    /** Conversations whose person has had his time, for this transaction alone; some at a time, and none that others have. */
    List<BotState> lockDue(Instant now, int most) {
        return jdbc.run(
                "looking for conversations that go back",
                connection -> Rows.list(
                        connection,
                        StateStore::read,
                        "select * from msg_bot_conversation where handed_over_until <= ? order by handed_over_until"
                                + " limit ? for no key update skip locked",
                        now,
                        most));
    }

    void save(BotState state) {
        var cause = state.cause;
        jdbc.execute(
                "writing what bots know of a conversation",
                connection -> Rows.update(
                        connection,
                        SAVE,
                        state.autoreply,
                        state.handedOverAt,
                        state.handedOverUntil,
                        cause == null ? null : cause.wireName(),
                        state.assignee,
                        state.note,
                        state.returnedAt,
                        state.welcomedAt,
                        state.fallbackAt,
                        state.awayAt,
                        state.repliedAt,
                        state.countedSince,
                        state.counted,
                        state.lastReply,
                        state.sameReplies,
                        state.quickTurns,
                        state.silentUntil,
                        state.conversationId));
    }

    private static BotState read(ResultSet row) throws SQLException {
        var state = new BotState(
                Columns.uuid(row, "conversation_id"),
                Columns.uuid(row, "workspace_id"),
                Columns.uuid(row, "number_id"));
        state.autoreply = row.getBoolean("autoreply");
        state.handedOverAt = Columns.instant(row, "handed_over_at");
        state.handedOverUntil = Columns.instant(row, "handed_over_until");
        state.cause = Optional.ofNullable(row.getString("handed_over_by"))
                .map(word -> Handling.Cause.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(null);
        state.assignee = row.getString("assignee");
        state.note = row.getString("note");
        state.returnedAt = Columns.instant(row, "returned_at");
        state.welcomedAt = Columns.instant(row, "welcomed_at");
        state.fallbackAt = Columns.instant(row, "default_at");
        state.awayAt = Columns.instant(row, "away_at");
        state.repliedAt = Columns.instant(row, "replied_at");
        state.countedSince = Columns.instant(row, "counted_since");
        state.counted = row.getInt("counted");
        state.lastReply = row.getBytes("last_reply");
        state.sameReplies = row.getInt("same_replies");
        state.quickTurns = row.getInt("quick_turns");
        state.silentUntil = Columns.instant(row, "silent_until");
        return state;
    }
}
