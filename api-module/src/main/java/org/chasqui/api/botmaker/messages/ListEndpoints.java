package org.chasqui.api.botmaker.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.botmaker.NextPage;
import org.chasqui.api.botmaker.chats.Chats;
import org.chasqui.api.botmaker.templates.TemplateTexts;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.ChannelId;
import org.chasqui.api.botmaker.wire.Content;
import org.chasqui.api.botmaker.wire.Peer;
import org.chasqui.api.botmaker.wire.Times;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.RequestFailed;

/** {@code GET /messages}: everything that was said, the newest first. */
@ApplicationScoped
class ListEndpoints implements BotmakerEndpoints {
    private static final int USUAL = 1_000;
    private static final int MOST = 1_500;
    private static final String WHATSAPP = "whatsapp";

    @Inject
    Messages messages;

    @Inject
    Chats chats;

    @Inject
    Origins origins;

    @Inject
    Files files;

    @Inject
    TemplateTexts texts;

    @Inject
    PhoneNumbers numbers;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.reads("GET", "/v2.0/messages", this::list);
    }

    private Answer list(BotmakerCall call) {
        var query = call.query();
        boolean isElsewhere = query.text("chat-platform")
                .filter(platform -> !platform.strip().equalsIgnoreCase(WHATSAPP))
                .isPresent();
        if (isElsewhere) {
            return NextPage.whole(List.<MessageView>of(), message -> JsonNodeFactory.instance.objectNode());
        }
        int most = limit(query);
        var page = call.nextPage();
        var found = messages.list(
                call.client().workspaceId(),
                filter(call, query),
                most + 1,
                page.after().orElse(null));
        var from = origins.of(call.client().workspaceId(), found);
        var said = texts.of(found);
        return page.page(found, most, message -> item(message, from, said), message -> BotmakerId.of(message.id()));
    }

    private MessageFilter filter(BotmakerCall call, Arguments query) {
        var chatId = query.text("chat-id");
        var conversation = chatId.map(id -> chats.byId(call, id.strip())
                .orElseThrow(() -> RequestFailed.invalid("chat-id", "there is no such chat.")));
        var number = query.text("channel-id")
                .map(id -> call.channel(id, "channel-id").id())
                .orElse(call.client().onlyNumber());
        return new MessageFilter(
                number == null ? null : number.toString(),
                conversation.map(one -> one.id()).orElse(null),
                query.text("contact-id").map(id -> Peer.parse(id, "contact-id")).orElse(null),
                Set.of(),
                null,
                null,
                null,
                Times.read(query, "from").orElse(null),
                Times.read(query, "to").orElse(null),
                null);
    }

    /** Botmaker wants 250 at least; fewer do no harm. */
    private static int limit(Arguments query) {
        return query.number("limit")
                .map(number -> {
                    int limit = number.intValue();
                    if (limit < 1 || limit > MOST) {
                        throw RequestFailed.invalid("limit", "must be a whole number from 1 to " + MOST + ".");
                    }
                    return limit;
                })
                .orElse(USUAL);
    }

    private ObjectNode item(MessageView message, Map<UUID, Origins.From> from, Map<UUID, String> said) {
        var item = JsonNodeFactory.instance
                .objectNode()
                .put("id", BotmakerId.of(message.id()))
                .put("creationTime", Times.iso(message.createdAt()))
                .put("from", from.getOrDefault(message.id(), Origins.From.BOT).wireName());
        item.putNull("agentId");
        item.putNull("queueId");
        var content = Content.of(message, files.url(message));
        if (said.containsKey(message.id())) {
            content.put("text", said.get(message.id()));
        }
        item.set("content", content);
        var chat = item.putObject("chat");
        var conversationId = message.conversationId();
        chat.put("chatId", conversationId == null ? null : BotmakerId.of(conversationId));
        chat.put(
                "channelId", numbers.byId(message.numberId()).map(ChannelId::of).orElse(null));
        chat.put("contactId", message.peer());
        item.putNull("sessionCreationTime");
        item.putNull("sessionId");
        return item;
    }
}
