package org.chasqui.api.botmaker.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.messaging.messages.MessageView;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message in Botmaker's words: {@code {type, text, buttons, selectedButton, media, location, contact,
 * whatsAppTemplateName, reaction}}, where what does not apply is left out.
 */
public final class Content {
    private Content() {}

    /**
     * What was said.
     *
     * @param fileUrl where the file of the message can be fetched; null when it has none that we know
     */
    public static ObjectNode of(MessageView message, @Nullable String fileUrl) {
        var content = message.content();
        var told = JsonNodeFactory.instance.objectNode();
        switch (message.type()) {
            case "text" ->
                told.put("type", "text").put("text", content.path("body").asText(""));
            case "image", "sticker", "video", "audio", "document" -> media(told, message, fileUrl);
            case "location" -> location(told, content);
            case "contacts" -> contact(told, content);
            case "interactive" -> interactive(told, content);
            case "button" ->
                clicked(
                        told,
                        content.path("text").asText(""),
                        content.path("payload").asText(""));
            case "template" -> told.put("type", "text");
            case "reaction" ->
                told.put("type", "reaction")
                        .put("reaction", content.path("emoji").asText(""))
                        .put("reactedMessageId", content.path("message_id").asText(""));
            default -> told.put("type", message.type());
        }
        if (message.template() != null) {
            told.put("whatsAppTemplateName", message.template());
        }
        return told;
    }

    private static void media(ObjectNode told, MessageView message, @Nullable String fileUrl) {
        var content = message.content();
        told.put(
                "type",
                switch (message.type()) {
                    case "sticker" -> "image";
                    case "document" -> "file";
                    default -> message.type();
                });
        var media = told.putObject("media");
        copy(content, "caption", media, "caption");
        copy(content, "filename", media, "filename");
        copy(content, "mime_type", media, "mimeType");
        if (fileUrl != null) {
            media.put("url", fileUrl);
        } else {
            copy(content, "link", media, "url");
        }
    }

    private static void location(ObjectNode told, JsonNode content) {
        var location = told.put("type", "location").putObject("location");
        // Texts, as they are when they are sent.
        location.put("latitude", content.path("latitude").asText(""));
        location.put("longitude", content.path("longitude").asText(""));
        copy(content, "name", location, "name");
        copy(content, "address", location, "address");
    }

    private static void contact(ObjectNode told, JsonNode content) {
        var first = content.path(0);
        var contact = told.put("type", "contact").putObject("contact");
        copy(first.path("name"), "first_name", contact, "firstName");
        copy(first.path("name"), "middle_name", contact, "middleName");
        copy(first.path("name"), "last_name", contact, "lastName");
        if (!contact.has("firstName")) {
            copy(first.path("name"), "formatted_name", contact, "firstName");
        }
        var phones = contact.putArray("phones");
        first.path("phones").forEach(phone -> phones.add(phone.path("phone").asText("")));
        var emails = contact.putArray("emails");
        first.path("emails").forEach(email -> emails.add(email.path("email").asText("")));
    }

    private static void interactive(ObjectNode told, JsonNode content) {
        for (var reply : new String[] {"button_reply", "list_reply"}) {
            var chosen = content.path(reply);
            if (chosen.isObject()) {
                clicked(told, chosen.path("title").asText(""), chosen.path("id").asText(""));
                return;
            }
        }
        told.put("type", "buttons")
                .put("text", content.path("body").path("text").asText(""));
        var buttons = told.putArray("buttons");
        var action = content.path("action");
        action.path("buttons").forEach(button -> button(buttons.addObject(), button.path("reply")));
        action.path("sections")
                .forEach(section -> section.path("rows").forEach(row -> button(buttons.addObject(), row)));
        var link = action.path("parameters");
        if (link.has("url")) {
            buttons.addObject()
                    .put("label", link.path("display_text").asText(""))
                    .put("url", link.path("url").asText(""));
        }
    }

    private static void button(ObjectNode target, JsonNode reply) {
        target.put("label", reply.path("title").asText(""))
                .put("intent", reply.path("id").asText(""));
    }

    private static void clicked(ObjectNode told, String label, String payload) {
        told.put("type", "button-click").put("text", label);
        told.putObject("selectedButton").put("label", label).put("buttonPayload", payload);
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String as) {
        if (from.hasNonNull(name)) {
            to.put(as, from.path(name).asText());
        }
    }
}
