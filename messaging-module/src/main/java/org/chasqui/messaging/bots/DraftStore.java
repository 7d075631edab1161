package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** Answers that wait for a person, in the database. Callers bring the transaction. */
@ApplicationScoped
class DraftStore {
    private static final String SAVE = """
            insert into msg_bot_draft (conversation_id, workspace_id, decision_id, messages, created_at)
            values (?, ?, ?, ?::jsonb, ?)
            on conflict (conversation_id) do update set decision_id = excluded.decision_id, messages = excluded.messages,
                created_at = excluded.created_at
            """;

    /** One that was overtaken by a message of either side is none any more; ids of messages are made after its own. */
    private static final String FIND = """
            select d.* from msg_bot_draft d where d.workspace_id = ? and d.conversation_id = ?
                and not exists (select 1 from msg_message m where m.conversation_id = d.conversation_id
                    and m.created_at > d.created_at and m.type <> 'reaction' and m.id > d.decision_id)
            """;

    @Inject
    Sql jdbc;

    void save(UUID workspaceId, Draft draft) {
        jdbc.execute(
                "keeping a draft",
                connection -> Rows.update(
                        connection,
                        SAVE,
                        draft.conversationId(),
                        workspaceId,
                        draft.decisionId(),
                        BotJson.writeReplies(draft.replies()),
                        draft.createdAt()));
    }

    Optional<Draft> find(UUID workspaceId, UUID conversationId) {
        return jdbc.run(
                "reading a draft",
                connection -> Rows.first(
                        connection,
                        row -> new Draft(
                                Columns.uuid(row, "conversation_id"),
                                Columns.uuid(row, "decision_id"),
                                BotJson.readReplies(row.getString("messages")),
                                Columns.requiredInstant(row, "created_at")),
                        FIND,
                        workspaceId,
                        conversationId));
    }

    void delete(UUID workspaceId, UUID conversationId) {
        jdbc.execute(
                "throwing a draft away",
                connection -> Rows.update(
                        connection,
                        "delete from msg_bot_draft where workspace_id = ? and conversation_id = ?",
                        workspaceId,
                        conversationId));
    }
}
