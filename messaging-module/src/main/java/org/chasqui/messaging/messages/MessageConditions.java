package org.chasqui.messaging.messages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.phone.NumberVariants;

/** The filter as SQL; the index on workspace and id bounds the walk, the rest is looked at on the way. */
final class MessageConditions {
    /** How much older than its message an id may be: one is reserved for a key of idempotency, which is kept for two days. */
    private static final Duration OLDER_ID = Duration.ofHours(49);

    /** How much later than what happens to it a message may seem to be made: clocks differ, and Meta tells whole seconds. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    MessageConditions(UUID workspaceId, MessageFilter filter) {
        parameters.add(workspaceId);
        if (filter.phoneNumberId() != null) {
            add(" and string_to_array(?, ',') && array[m.phone_number_id, m.number_id::text]", filter.phoneNumberId());
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
            sql.append(" and ").append(filter.reached().condition());
        }
        addFacts(filter);
        if (!filter.statuses().isEmpty()) {
            addStatuses(filter);
        }
    }

    private void addFacts(MessageFilter filter) {
        var priced = filter.priced();
        if (priced != null) {
            sql.append(" and ").append(priced.condition());
            if (priced.category() != null) {
                parameters.add(priced.category());
            }
        }
        if (filter.lasted() != null) {
            add(" and " + filter.lasted().condition(), filter.lasted().longerThanMillis());
        }
        if (filter.happened() != null) {
            addHappened(filter.happened());
        }
        if (filter.people() != null && !filter.people().prefixes().isEmpty()) {
            var beginnings = String.join("% ", filter.people().prefixes()) + "%";
            add(" and m.peer like any(string_to_array(?, ' '))", beginnings);
        }
    }

    /**
     * Without an index on the times of steps: they change with each status, and an index would take the row off its page each
     * time. Nothing happens to a message before it is made, so the walk begins at the end of the span; with a campaign
     * it goes over the index of its messages, which were made in the order in which they go out.
     */
    private void addHappened(Happened happened) {
        sql.append(" and ").append(happened.condition());
        parameters.add(happened.from());
        parameters.add(happened.until());
        add(" and m.id < ?", Ids.lowestAt(happened.until().plus(CLOCKS_APART)));
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

    void add(String condition, Object parameter) {
        sql.append(condition);
        parameters.add(parameter);
    }

    /** Each begins with {@code and}. */
    String sql() {
        return sql.toString();
    }

    /** One more, for the end of the statement. */
    void addParameter(Object parameter) {
        parameters.add(parameter);
    }

    /** The workspace first. */
    List<Object> parameters() {
        return parameters;
    }
}
