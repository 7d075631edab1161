package org.chasqui.api.botmaker.legacy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.botmaker.chats.Chats;
import org.chasqui.api.botmaker.chats.Variables;
import org.chasqui.api.botmaker.intents.Trigger;
import org.chasqui.api.botmaker.messages.MessageMapping;
import org.chasqui.api.botmaker.notes.Outbox;
import org.chasqui.api.botmaker.notes.Wish;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;

/** Version 1.0: {@code message/v3} and {@code intent/v2}, which name channel and person in the body itself. */
@ApplicationScoped
class LegacyEndpoints implements BotmakerEndpoints {
    private static final String PATH = "/api/v1.0";

    @Inject
    Chats chats;

    @Inject
    Outbox outbox;

    @Inject
    Trigger trigger;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.sends("POST", PATH + "/message/v3", this::message).sends("POST", PATH + "/intent/v2", this::intent);
    }

    private Answer message(BotmakerCall call) throws IOException {
        var given = call.arguments();
        var target = target(call, given);
        var entry = JsonNodeFactory.instance.objectNode().put("text", given.demand("messageText"));
        given.text("webhookPayload").ifPresent(payload -> entry.put("webhookPayload", payload));
        var messages = MessageMapping.of(Arguments.of(entry));
        return answer(outbox.send(
                new Wish("/message/v3", target.sender(), target.peer(), messages, null, call.reservedId())));
    }

    private Answer intent(BotmakerCall call) throws IOException {
        var given = call.arguments();
        var tree = JsonNodeFactory.instance.objectNode();
        if (given.has("params")) {
            tree.set("variables", given.raw("params"));
        }
        return answer(trigger.run(new Trigger.Wanted(
                target(call, given),
                given.demand("ruleNameOrId"),
                "ruleNameOrId",
                Variables.read(Arguments.of(tree)),
                given.text("webhookPayload").orElse(null),
                call.reservedId())));
    }

    private Chats.Target target(BotmakerCall call, Arguments given) {
        boolean isElsewhere = given.text("chatPlatform")
                .filter(platform -> !platform.strip().equalsIgnoreCase("whatsapp"))
                .isPresent();
        if (isElsewhere) {
            throw RequestFailed.invalid("chatPlatform", "must be whatsapp.");
        }
        ObjectNode chat = JsonNodeFactory.instance
                .objectNode()
                .put("channelId", given.demand("chatChannelNumber"))
                .put("contactId", given.demand("platformContactId"));
        return chats.target(call, Arguments.of(chat));
    }

    private static Answer answer(String id) {
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("id", id));
    }
}
