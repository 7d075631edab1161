package org.chasqui.messaging.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.WindowsMoved;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;

/** Tells customers when the customer service window of a conversation opens and when it has ended. */
@ApplicationScoped
class ConversationEvents {
    @Inject
    EventLog events;

    @Inject
    PhoneNumbers numbers;

    void record(@Observes WindowsMoved moved) {
        events.record(moved.changes().stream()
                .map(change -> new NewEvent(
                        change.conversation().workspaceId(),
                        change.isOpen() ? "conversation.opened" : "conversation.closed",
                        change.conversation().numberId(),
                        change.conversation().id(),
                        change.at(),
                        data(change.conversation(), change.isOpen())))
                .toList());
    }

    private ObjectNode data(ConversationView conversation, boolean isOpen) {
        var data = ConversationData.of(
                conversation,
                numbers.byId(conversation.numberId())
                        .map(SenderNumber::phoneNumberId)
                        .orElse(null));
        data.put("window_open", isOpen);
        if (conversation.windowExpiresAt() != null) {
            data.put("window_expires_at", conversation.windowExpiresAt().toString());
        }
        return data;
    }
}
