package org.chasqui.messaging.bots;

import java.time.Instant;
import java.util.List;
import org.chasqui.messaging.conversations.ConversationView;

/** Fired inside the transaction in which conversations go from a bot to a person, or back. Pages take it as a hint. */
public record HandoversMoved(List<Change> changes) {

    /**
     * One conversation.
     *
     * @param handling as it is now
     */
    public record Change(ConversationView conversation, Handling handling, Instant at) {}
}
