package org.chasqui.api.botmaker.chats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.ChannelId;
import org.chasqui.api.botmaker.wire.Times;
import org.chasqui.messaging.bots.Handling;
import org.chasqui.messaging.bots.Handovers;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.phone.Countries;
import org.jspecify.annotations.Nullable;

/** Chats as answers show them. What only Botmaker's own desk has, queues and testers, is null or false. */
@ApplicationScoped
class ChatDocuments {
    @Inject
    Contacts contacts;

    @Inject
    Handovers handovers;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Settings settings;

    /** One chat. */
    ObjectNode of(ConversationView chat) {
        var contactId = chat.contactId();
        var person = contactId == null
                ? null
                : contacts.find(chat.workspaceId(), contactId.toString()).orElse(null);
        return document(chat, person, handovers.of(List.of(chat)).get(chat.id()));
    }

    /** Chats of a workspace, by their ids. */
    Map<UUID, ObjectNode> of(UUID workspaceId, Collection<ConversationView> chats) {
        var people = contacts.byIds(
                workspaceId,
                chats.stream()
                        .map(ConversationView::contactId)
                        .filter(Objects::nonNull)
                        .toList());
        var handlings = handovers.of(chats);
        var documents = new HashMap<UUID, ObjectNode>();
        for (var chat : chats) {
            var contactId = chat.contactId();
            documents.put(
                    chat.id(),
                    document(chat, contactId == null ? null : people.get(contactId), handlings.get(chat.id())));
        }
        return documents;
    }

    private ObjectNode document(ConversationView chat, @Nullable ContactView person, @Nullable Handling handling) {
        var sender = numbers.byId(chat.numberId());
        var document = JsonNodeFactory.instance.objectNode();
        var id = BotmakerId.of(chat.id());
        document.putObject("chat")
                .put("chatId", id)
                .put("channelId", sender.map(ChannelId::of).orElse(null))
                .put("contactId", chat.peer());
        document.put("creationTime", Times.iso(chat.createdAt()));
        document.put("lastSessionCreationTime", Times.iso(chat.activeAt()));
        document.put("externalId", person == null ? null : person.userId());
        name(document, person == null ? chat.name() : person.displayName());
        var country = Countries.of(chat.peer());
        document.put("country", country.equals(Countries.UNKNOWN) ? null : country);
        document.put("email", person == null ? null : text(person.attributes().path("email")));
        document.put("whatsAppWindowCloseDatetime", Times.iso(chat.windowExpiresAt()));
        var variables = document.putObject("variables");
        var tags = document.putArray("tags");
        if (person != null) {
            person.attributes()
                    .properties()
                    .forEach(one -> variables.put(one.getKey(), one.getValue().asText("")));
            person.tags().forEach(tags::add);
        }
        document.putNull("queueId");
        document.put("agentId", handling == null ? null : handling.assignee());
        document.putNull("onHoldAgentId");
        document.put("lastUserMessageDatetime", Times.iso(chat.lastInboundAt()));
        document.put("listMessagesURL", settings.publicUrl() + "/v2.0/messages?chat-id=" + id);
        document.put("isBanned", person != null && isBanned(person));
        document.put("isTester", false);
        document.put("isBotMuted", handling != null && handling.by() != Handling.By.BOT);
        return document;
    }

    private static void name(ObjectNode document, @Nullable String whole) {
        var parts = whole == null ? new String[0] : whole.strip().split("\\s+", 2);
        document.put("firstName", parts.length > 0 ? parts[0] : null);
        document.put("lastName", parts.length > 1 ? parts[1] : null);
    }

    private static boolean isBanned(ContactView person) {
        return person.consents().stream()
                .anyMatch(consent -> consent.optedOut() && consent.category().equals(Consent.ALL));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    /** The variables of a person. When each was set is not known apart: it is the time of his last change. */
    List<ObjectNode> variables(ContactView person) {
        var all = new ArrayList<ObjectNode>();
        for (var one : person.attributes().properties()) {
            all.add(JsonNodeFactory.instance
                    .objectNode()
                    .put("id", one.getKey())
                    .put("name", one.getKey())
                    .put(
                            "type",
                            one.getValue().isNumber()
                                    ? "number"
                                    : one.getValue().isBoolean() ? "boolean" : "string")
                    .put("value", one.getValue().asText(""))
                    .put("date", Times.iso(person.updatedAt())));
        }
        return all;
    }
}
