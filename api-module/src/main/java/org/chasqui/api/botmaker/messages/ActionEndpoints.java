package org.chasqui.api.botmaker.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.chasqui.api.botmaker.Answers;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.botmaker.notes.Outbox;
import org.chasqui.api.botmaker.notes.Outgoing;
import org.chasqui.api.botmaker.notes.Wish;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.Peer;
import org.chasqui.api.dialects.Answer;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.RequestFailed;

/** Reactions, and the marks that a person sees: two blue ticks, and that somebody is typing. */
@ApplicationScoped
class ActionEndpoints implements BotmakerEndpoints {
    private static final int ACCEPTED = 202;
    private static final String REACTION = "/chats-actions/send-reaction";
    private static final String FEEDBACK = "/chats-actions/send-read-typing-feedback";

    @Inject
    Messages messages;

    @Inject
    Outbox outbox;

    @Inject
    PhoneNumbers numbers;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.sends(
                        "POST",
                        "/v2.0" + REACTION,
                        call -> react(call, call.arguments().demand("reaction").strip()))
                .sends("DELETE", "/v2.0" + REACTION, call -> react(call, ""))
                .sends("POST", "/v2.0" + FEEDBACK, this::feedback);
    }

    /** An empty emoji takes the reaction back (Meta). */
    private Answer react(BotmakerCall call, String emoji) throws IOException {
        var message = message(call, call.arguments().demand("messageId").strip());
        var wamid = message.wamid();
        var sender = numbers.byId(message.numberId())
                .orElseThrow(() -> RequestFailed.invalid("messageId", "its channel is not connected any more."));
        if (wamid == null) {
            throw RequestFailed.invalid("messageId", "WhatsApp has not taken this message yet.");
        }
        var content =
                JsonNodeFactory.instance.objectNode().put("message_id", wamid).put("emoji", emoji);
        try {
            MessageContent.check("reaction", content);
        } catch (RequestFailed failed) {
            throw RequestFailed.invalid("reaction", failed.fields().get(0).message());
        }
        var reaction = new Outgoing("reaction", content, null);
        var wish = new Wish(REACTION, sender, message.peer(), List.of(reaction), null, call.reservedId());
        return Answers.taken(ACCEPTED, outbox.send(wish));
    }

    private MessageView message(BotmakerCall call, String id) {
        var ours = id.startsWith("wamid.")
                ? id
                : BotmakerId.parse(id).map(Object::toString).orElse(id);
        return messages.find(call.client().workspaceId(), ours)
                .filter(message -> call.client().mayUse(message.numberId()))
                .orElseThrow(() -> RequestFailed.invalid("messageId", "there is no such message."));
    }

    private Answer feedback(BotmakerCall call) throws IOException {
        var given = call.arguments();
        var sender = call.channel(given.demand("channelId"), "channelId");
        var peer = Peer.parse(given.demand("contactId"), "contactId");
        var filter = new MessageFilter(
                sender.id().toString(), null, peer, Set.of(), Direction.INBOUND, null, null, null, null, null);
        var last = messages.list(sender.workspaceId(), filter, 1, null).stream()
                .findFirst()
                .orElseThrow(() -> RequestFailed.invalid(
                        "contactId", "this person has not written: there is nothing to be marked as read."));
        messages.markRead(sender.workspaceId(), last.id(), given.flag("typing").orElse(false));
        return Answers.empty();
    }
}
