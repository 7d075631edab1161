package org.chasqui.messaging.bots;

import java.time.Instant;
import java.util.List;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a decision depends on.
 *
 * @param rules in the order in which they are looked at
 * @param noSource why the AI or the customer's server is not asked; null when it would be
 * @param state is not changed by judging
 * @param contact who wrote; null when nothing is known of him
 * @param inbound what was written, the oldest first; at least one
 * @param stops whether what was written last is nothing but a word that opts out, such as STOP
 * @param firstContact whether the person has never written before
 * @param answeredAt when somebody of the business last wrote in the conversation and the bot yields to it; null when nobody has
 * @param catchingUp whether old messages are answered, too
 */
record Situation(
        BotView bot,
        List<CompiledRule> rules,
        @Nullable String noSource,
        SenderNumber number,
        ConversationView conversation,
        BotState state,
        @Nullable ContactView contact,
        List<MessageView> inbound,
        boolean stops,
        boolean firstContact,
        @Nullable Instant answeredAt,
        boolean catchingUp,
        Instant now) {

    /** The message that was written last. */
    MessageView latest() {
        return inbound.get(inbound.size() - 1);
    }
}
