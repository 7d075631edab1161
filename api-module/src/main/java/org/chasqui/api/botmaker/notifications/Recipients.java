package org.chasqui.api.botmaker.notifications;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.botmaker.wire.Times;
import org.chasqui.campaigns.campaigns.Reports;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.jspecify.annotations.Nullable;

/** What became of each person of a notification. */
@ApplicationScoped
class Recipients {
    private static final Reports.Filter EVERYBODY = new Reports.Filter(Set.of(), null, null, false);

    @Inject
    Notifications notifications;

    @Inject
    Reports reports;

    @Inject
    Messages messages;

    /**
     * A person, as answers show him.
     *
     * @param position place on the list, from 1
     */
    record Told(long position, ObjectNode document) {}

    /** The people behind a place of the list; none when the campaign of ours was removed. */
    List<Told> behind(Notification notification, long place, int limit) {
        var rows = notifications
                .campaign(notification)
                .map(campaign -> reports.recipients(campaign, EVERYBODY, place, limit))
                .orElse(List.of());
        var sent = messages.byIds(
                notification.workspaceId(),
                rows.stream()
                        .map(RecipientRow::messageId)
                        .filter(Objects::nonNull)
                        .toList());
        return rows.stream()
                .map(row -> new Told(row.position(), document(row, message(row, sent))))
                .toList();
    }

    private static @Nullable MessageView message(RecipientRow row, Map<UUID, MessageView> sent) {
        var id = row.messageId();
        return id == null ? null : sent.get(id);
    }

    static ObjectNode document(RecipientRow row, @Nullable MessageView message) {
        var peer = row.peer();
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("contactId", peer == null ? row.written() : peer)
                .put("lastStatus", lastStatus(row.state(), row.repliedAt()));
        document.put("sentTime", time(message, MessageStatus.ACCEPTED))
                .put("deliveredTime", time(message, MessageStatus.DELIVERED))
                .put("readTime", time(message, MessageStatus.READ))
                .put("answeredTime", Times.iso(row.repliedAt()))
                .put("errorTime", time(message, MessageStatus.FAILED));
        if (lastStatus(row.state(), null).equals("error")) {
            var error = document.putObject("error");
            error.put("code", row.errorCode());
            error.put("reason", row.detail() == null ? reason(row, message) : row.detail());
        }
        return document;
    }

    /** Botmaker has one word for whatever did not go out. */
    private static String lastStatus(RecipientState state, @Nullable Instant repliedAt) {
        if (repliedAt != null) {
            return "answered";
        }
        return switch (state) {
            case WAITING, QUEUED -> "pending";
            case ACCEPTED, SENT -> "sent";
            case DELIVERED -> "delivered";
            case READ -> "read";
            case FAILED, UNCERTAIN, EXPIRED, CANCELLED, SKIPPED -> "error";
        };
    }

    private static String reason(RecipientRow row, @Nullable MessageView message) {
        var error = message == null ? null : message.error();
        return error == null ? row.state().wireName() : error.title();
    }

    private static @Nullable String time(@Nullable MessageView message, MessageStatus status) {
        return message == null
                ? null
                : message.steps().stream()
                        .filter(step -> step.status() == status)
                        .findFirst()
                        .map(step -> Times.iso(step.at()))
                        .orElse(null);
    }
}
