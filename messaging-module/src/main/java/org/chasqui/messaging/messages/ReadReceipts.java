package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphClient;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.GraphManagement;

/** Tells Meta that a person's message was read, which shows as blue ticks, and if wished that an answer is being typed. */
@ApplicationScoped
class ReadReceipts {
    /** Meta marks all earlier messages of the person as read as well. */
    private static final String NOTE = """
            update msg_message set read_at = ?
            where conversation_id = ? and id <= ? and direction = 1 and read_at is null
            """;

    @Inject
    PhoneNumbers numbers;

    @Inject
    GraphClient graph;

    @Inject
    Sql jdbc;

    @Inject
    Event<MarkedRead> marked;

    @Inject
    Clock clock;

    void markRead(MessageView view, boolean typing) {
        var wamid = view.wamid();
        if (view.direction() != Direction.INBOUND || wamid == null) {
            throw new RequestFailed(
                    FailureCode.CONFLICT,
                    "The message was written by you; only a message of a person can be marked as read.");
        }
        var number = numbers.byId(view.numberId())
                .orElseThrow(() -> new RequestFailed(
                        FailureCode.NUMBER_NOT_READY, "The number of this message is not connected any more."));
        var bearer = GraphManagement.bearer(numbers.accessToken(number));
        try {
            graph.call(management -> management.markRead(bearer, number.phoneNumberId(), body(wamid, typing)));
        } catch (GraphFailed refused) {
            throw refused.asRefusal();
        }
        note(view);
        marked.fire(new MarkedRead(view.workspaceId()));
    }

    /** The body of the call (Meta, mark messages as read; typing indicators). */
    static Map<String, Object> body(String wamid, boolean typing) {
        var body = new LinkedHashMap<String, Object>();
        body.put("messaging_product", "whatsapp");
        body.put("status", "read");
        body.put("message_id", wamid);
        if (typing) {
            body.put("typing_indicator", Map.of("type", "text"));
        }
        return body;
    }

    private void note(MessageView view) {
        jdbc.execute("noting a read receipt", connection -> {
            try (var statement = connection.prepareStatement(NOTE)) {
                statement.setObject(1, OffsetDateTime.now(clock));
                statement.setObject(2, view.conversationId());
                statement.setObject(3, view.id());
                statement.executeUpdate();
            }
        });
    }
}
