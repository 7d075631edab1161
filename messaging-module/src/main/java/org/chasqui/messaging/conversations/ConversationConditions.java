package org.chasqui.messaging.conversations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The filter as SQL. */
final class ConversationConditions {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    ConversationConditions(UUID workspaceId, ConversationFilter filter, Instant now) {
        parameters.add(workspaceId);
        if (filter.numberId() != null) {
            add(" and c.number_id = ?", filter.numberId());
        }
        if (filter.contactId() != null) {
            add(" and c.contact_id = ?", filter.contactId());
        }
        if (filter.open() != null) {
            add(filter.open() ? " and c.window_expires_at > ?" : " and c.window_expires_at > ? is not true", now);
        }
        if (filter.unread()) {
            addUnread(workspaceId);
        }
        if (filter.text() != null) {
            addText(filter.text());
        }
        if (filter.spoken()) {
            add(" and not c.quiet");
        }
        if (filter.since() != null) {
            add(" and " + ConversationReader.ACTIVE + " >= ?", filter.since());
        }
    }

    /** Bounded, because in a large workspace hardly any conversation has something unread. */
    private void addUnread(UUID workspaceId) {
        add(
                " and c.id in (select r.id from (select c.id from msg_conversation c where c.workspace_id = ?"
                        + " and c.last_inbound_at is not null order by " + ConversationReader.ACTIVE
                        + " desc limit 1000) r where exists (select 1" + ConversationReader.UNREAD.formatted("r.id")
                        + "))",
                workspaceId);
    }

    private void addText(String text) {
        var like = "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%";
        add(
                " and (c.name ilike ? or c.peer like ? or exists (select 1 from msg_contact p"
                        + " where p.id = c.contact_id and (p.name ilike ? or p.username ilike ?)))",
                like,
                like.replaceAll("[+ ]", ""),
                like,
                like);
    }

    void add(String condition, Object... its) {
        sql.append(condition);
        parameters.addAll(List.of(its));
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
