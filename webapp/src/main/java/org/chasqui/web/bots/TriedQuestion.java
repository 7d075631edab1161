package org.chasqui.web.bots;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Question;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.ids.Ids;

/** A question that nobody has asked: of a person who is none, in a conversation that is not kept. */
final class TriedQuestion {
    private static final String NOBODY = "10005550100";

    private final Ids ids;
    private final Instant now;

    TriedQuestion(Ids ids, Instant now) {
        this.ids = ids;
        this.now = now;
    }

    Question of(BotView bot, SenderNumber number, String text, Instant deadline) {
        var conversation = new ConversationView(
                ids.next(), bot.workspaceId(), number.id(), NOBODY, null, null, now.plusSeconds(3_600), now, now);
        var message = message(bot.workspaceId(), number, conversation.id(), text);
        return new Question(
                ids.next(), bot, number, conversation, null, List.of(message), most -> List.of(), deadline, true);
    }

    private MessageView message(UUID workspaceId, SenderNumber number, UUID conversationId, String text) {
        return new MessageView(
                ids.next(),
                workspaceId,
                number.id(),
                number.phoneNumberId(),
                Direction.INBOUND,
                NOBODY,
                null,
                "text",
                JsonNodeFactory.instance.objectNode().put("body", text),
                null,
                "service",
                MessageStatus.RECEIVED,
                List.of(),
                null,
                conversationId,
                null,
                null,
                0,
                now,
                null,
                null,
                MessageNotes.NONE);
    }
}
