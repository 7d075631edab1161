package org.chasqui.messaging.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.messaging.contacts.Met;
import org.chasqui.messaging.conversations.ConversationView;
import org.jspecify.annotations.Nullable;

/** What every event of a conversation says of it. */
public final class ConversationData {
    private ConversationData() {}

    /**
     * Which conversation it is, to be completed by what has happened to it.
     *
     * @param phoneNumberId Meta's id of its number; null when the number is not connected any more
     */
    public static ObjectNode of(ConversationView conversation, @Nullable String phoneNumberId) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("id", conversation.id().toString());
        if (phoneNumberId != null) {
            data.put("phone_number_id", phoneNumberId);
        }
        if (conversation.contactId() != null) {
            data.put("contact_id", conversation.contactId().toString());
        }
        data.put("with", (Met.isNumber(conversation.peer()) ? "+" : "") + conversation.peer());
        if (conversation.name() != null) {
            data.put("name", conversation.name());
        }
        return data;
    }
}
