package org.chasqui.api.graph.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The message that Meta's own App Dashboard posts when somebody presses "Test" at the field {@code messages}. */
final class SampleMessage {
    private static final String PERSON = "16315551181";

    private SampleMessage() {}

    static ObjectNode envelope() {
        var value = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", "16505551111").put("phone_number_id", "123456123");
        var contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", "test user name");
        contact.put("wa_id", PERSON);
        var message = value.putArray("messages")
                .addObject()
                .put("from", PERSON)
                .put("id", "ABGGFlA5Fpa")
                .put("timestamp", "1504902988")
                .put("type", "text");
        message.putObject("text").put("body", "this is a text message");
        return OtherFields.envelope("0", null, "messages", value);
    }
}
