package org.chasqui.api.botmaker.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import org.chasqui.api.botmaker.Answers;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.botmaker.KeyPreferences;
import org.chasqui.api.botmaker.chats.Chats;
import org.chasqui.api.botmaker.notes.Outbox;
import org.chasqui.api.botmaker.notes.Outgoing;
import org.chasqui.api.botmaker.notes.Wish;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.failure.RequestFailed;

/** {@code POST /chats-actions/send-messages}, of which seed 002 is about. */
@ApplicationScoped
class SendEndpoints implements BotmakerEndpoints {
    private static final String ENDPOINT = "/chats-actions/send-messages";
    private static final int MOST = 50;

    @Inject
    Chats chats;

    @Inject
    Outbox outbox;

    @Inject
    KeyPreferences preferences;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.sends("POST", "/v2.0" + ENDPOINT, this::send);
    }

    private Answer send(BotmakerCall call) throws IOException {
        var given = call.arguments();
        if (!given.has("chat")) {
            throw RequestFailed.invalid("chat", "is required: {channelId, contactId}, or {chatId}.");
        }
        var target = chats.target(call, given.object("chat"));
        var messages = new ArrayList<Outgoing>();
        given.objects("messages").forEach(entry -> messages.addAll(MessageMapping.of(entry)));
        if (messages.isEmpty() || messages.size() > MOST) {
            throw RequestFailed.invalid("messages", "must be 1 to " + MOST + " messages.");
        }
        var id = outbox.send(new Wish(ENDPOINT, target.sender(), target.peer(), messages, null, call.reservedId()));
        return Answers.taken(preferences.acceptedStatus(call.client().id()), id);
    }
}
