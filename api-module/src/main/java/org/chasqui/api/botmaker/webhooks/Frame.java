package org.chasqui.api.botmaker.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.ChannelId;
import org.chasqui.api.botmaker.wire.Times;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.contacts.Met;
import org.chasqui.messaging.conversations.ConversationFilter;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/** What every notification of version 1.1 says of channel and person. */
@ApplicationScoped
class Frame {
    static final String VERSION = "1.1";

    @Inject
    PhoneNumbers numbers;

    @Inject
    Conversations conversations;

    @Inject
    Contacts contacts;

    /**
     * A notification, to be completed.
     *
     * @param sender null when the number is not connected any more
     * @param peer digits, or a business-scoped user id
     */
    ObjectNode of(String type, @Nullable SenderNumber sender, String peer) {
        var frame = JsonNodeFactory.instance
                .objectNode()
                .put("v", VERSION)
                .put("type", type)
                .put("chatPlatform", "whatsapp")
                .put("contactId", (Met.isNumber(peer) ? "+" : "") + peer);
        if (sender != null) {
            frame.put("whatsappNumber", ChannelId.digits(sender)).put("chatChannelId", ChannelId.of(sender));
        }
        return frame;
    }

    Optional<SenderNumber> sender(UUID numberId) {
        return numbers.byId(numberId);
    }

    Optional<SenderNumber> sender(@Nullable String phoneNumberId) {
        return Optional.ofNullable(phoneNumberId).flatMap(numbers::byPhoneNumberId);
    }

    Optional<ConversationView> conversation(UUID workspaceId, @Nullable UUID id) {
        return Optional.ofNullable(id).flatMap(one -> conversations.find(workspaceId, one));
    }

    /** The conversation of a person with one of several numbers. */
    Optional<ConversationView> conversationWith(UUID workspaceId, UUID contactId, List<UUID> numberIds) {
        return conversations.list(workspaceId, ConversationFilter.ofContact(contactId), 100, null).stream()
                .filter(one -> numberIds.contains(one.numberId()))
                .findFirst();
    }

    /** What is known of the person. We have no sessions: one lasts as long as the conversation. */
    void describe(ObjectNode frame, ConversationView conversation) {
        var customerId = BotmakerId.of(conversation.id());
        var since = Times.iso(conversation.createdAt());
        frame.put("customerId", customerId)
                .put("sessionId", customerId + "_" + since)
                .put("customerCreationTime", since)
                .put("sessionCreationTime", since)
                .put("whatsappNickName", conversation.name());
        var contactId = conversation.contactId();
        var person = contactId == null
                ? null
                : contacts.find(conversation.workspaceId(), contactId.toString())
                        .orElse(null);
        var whole = person == null ? conversation.name() : person.displayName();
        var parts = whole == null ? new String[0] : whole.strip().split("\\s+", 2);
        frame.put("firstName", parts.length > 0 ? parts[0] : "").put("lastName", parts.length > 1 ? parts[1] : "");
    }
}
