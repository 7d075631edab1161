package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a phone shows of a message: header, body, footer, what can be tapped, and the cards of a carousel. */
public final class MessagePreview {

    private MessagePreview() {}

    /**
     * {@code {type, header?, text?, footer?, buttons?:[{kind,text,payload?,url?}], media?:{…}, cards?:[…]}} of an outbound
     * request; a card has the same members as a message.
     */
    public static ObjectNode of(JsonNode request, @Nullable MessageTemplate template) {
        String type = MessageRules.typeOf(request);
        ObjectNode view = JsonNodeFactory.instance.objectNode().put("type", type);
        JsonNode content = request.path(type);
        switch (type) {
            case "text" -> view.put("text", content.path("body").asText());
            case "template" -> TemplatePreview.show(content, template, view);
            case "interactive" -> InteractivePreview.show(content, view);
            case "reaction" ->
                view.put("text", content.path("emoji").asText())
                        .put("reacts_to", content.path("message_id").asText());
            case "contacts" ->
                view.put(
                        "text",
                        content.path(0).path("name").path("formatted_name").asText());
            default -> {
                view.set("media", content);
                String caption =
                        content.path("caption").asText(content.path("name").asText());
                if (!caption.isEmpty()) {
                    view.put("text", caption);
                }
            }
        }
        JsonNode context = request.path("context").path("message_id");
        if (context.isTextual()) {
            view.put("reply_to", context.asText());
        }
        return view;
    }
}
