package org.chasqui.messaging.conversations;

import java.time.Instant;
import java.util.List;

/** Fired inside the transaction in which customer service windows open or are found to have ended. */
public record WindowsMoved(List<Change> changes) {

    /**
     * One window.
     *
     * @param conversation as it is now
     * @param isOpen whether free-form messages are allowed from now on
     * @param at when we learnt of it
     */
    public record Change(ConversationView conversation, boolean isOpen, Instant at) {}
}
