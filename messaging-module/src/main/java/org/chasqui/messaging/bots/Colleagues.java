package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.ids.Ids;

/**
 * When somebody of the business wrote in a conversation: in the Inbox, in the Business app, or through the API. What bots wrote
 * does not count, nor templates and campaigns, which systems send.
 */
@ApplicationScoped
class Colleagues {
    /** How far back is looked where a person keeps a conversation until he gives it back. */
    private static final Duration FARTHEST = Duration.ofDays(30);

    private static final String BY_PEOPLE = " m.direction = 0 and m.campaign_id is null and m.template is null"
            + " and m.type <> 'reaction' and not exists (select 1 from msg_bot_reply r where r.message_id = m.id)";

    private static final String LAST =
            "select m.created_at from msg_message m where m.conversation_id = ? and m.id >= ? and" + BY_PEOPLE
                    + " order by m.id desc limit 1";

    private static final String AMONG = "select m.conversation_id, m.workspace_id, max(m.created_at) as at"
            + " from msg_message m where m.id = any(?) and" + BY_PEOPLE + " group by 1, 2 order by 1";

    @Inject
    Sql jdbc;

    /** Somebody wrote. */
    record Written(UUID conversationId, UUID workspaceId, Instant at) {}

    /** When somebody last wrote since the conversation went back to the bot, as far as that still matters. */
    Optional<Instant> lastWrote(BotState state, Duration handover, Instant now) {
        var since = now.minus(handover.isZero() ? FARTHEST : handover);
        var returned = state.returnedAt;
        var from = returned != null && returned.isAfter(since) ? returned : since;
        return jdbc.run(
                        "looking for who wrote in a conversation",
                        connection -> Rows.first(
                                connection,
                                row -> Columns.requiredInstant(row, "created_at"),
                                LAST,
                                state.conversationId,
                                Ids.lowestAt(from)))
                .filter(at -> at.isAfter(from));
    }

    /** Which of these messages people wrote, the latest of each conversation, in the order of the conversations. */
    List<Written> among(Collection<UUID> messageIds) {
        return jdbc.run(
                "looking for what people wrote",
                connection -> Rows.list(
                        connection,
                        row -> new Written(
                                Columns.uuid(row, "conversation_id"),
                                Columns.uuid(row, "workspace_id"),
                                Columns.requiredInstant(row, "at")),
                        AMONG,
                        Columns.uuids(connection, messageIds)));
    }
}
