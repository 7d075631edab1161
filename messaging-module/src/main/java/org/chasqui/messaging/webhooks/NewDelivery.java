package org.chasqui.messaging.webhooks;

import java.util.UUID;
import org.chasqui.messaging.events.LoggedEvent;

/** An event that shall be posted to an endpoint. */
record NewDelivery(UUID id, Endpoint endpoint, LoggedEvent event, boolean isReplay) {
    private static final UUID NO_CONVERSATION = new UUID(0, 0);

    /** Whose order counts: events without a conversation keep the order among themselves. */
    UUID orderKey() {
        var conversation = event.conversationId();
        return conversation == null ? NO_CONVERSATION : conversation;
    }
}
