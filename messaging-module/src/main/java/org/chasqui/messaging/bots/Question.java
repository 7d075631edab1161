package org.chasqui.messaging.bots;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/**
 * What no rule has answered.
 *
 * @param id of the turn: the same when it is asked again after a crash, for who wants to answer once
 * @param bot the bot as it is set
 * @param number the number that was written to
 * @param conversation where it was written
 * @param contact who wrote; null when nothing is known of him
 * @param inbound what was written, the oldest first; at least one
 * @param history what was said before
 * @param deadline until when an answer is waited for; one that comes later is thrown away
 * @param trial whether this is the test console asking: nothing may be written anywhere
 */
public record Question(
        UUID id,
        BotView bot,
        SenderNumber number,
        ConversationView conversation,
        @Nullable ContactView contact,
        List<MessageView> inbound,
        History history,
        Instant deadline,
        boolean trial) {

    /** Reads a conversation. Opens a transaction of its own, so that nobody holds one while waiting for an answer. */
    @FunctionalInterface
    public interface History {
        /**
         * The latest messages before those that are asked about.
         *
         * @return the oldest first, both directions, without reactions and notices of the system
         */
        List<MessageView> latest(int most);
    }
}
