package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a phone shows of something that its owner wrote or did. */
public final class InboundPreview {

    private InboundPreview() {}

    /** {@code {type, text?, media?, reacts_to?, target?}} of an entry of Meta's {@code messages}. */
    public static ObjectNode of(JsonNode message) {
        String type = message.path("type").asText();
        JsonNode content = message.path(type);
        ObjectNode view = JsonNodeFactory.instance.objectNode().put("type", type);
        switch (type) {
            case "text" -> view.put("text", content.path("body").asText());
            case "button" -> view.put("text", content.path("text").asText());
            case "interactive" -> {
                JsonNode reply = content.path(content.path("type").asText());
                view.put("text", reply.path("title").asText(reply.path("body").asText()));
            }
            case "reaction" ->
                view.put("text", content.path("emoji").asText())
                        .put("reacts_to", content.path("message_id").asText());
            case "contacts" ->
                view.put(
                        "text",
                        content.path(0).path("name").path("formatted_name").asText());
            case "order" -> view.put("text", orderOf(content));
            case "edit" ->
                view.put(
                                "text",
                                content.path("message")
                                        .path("text")
                                        .path("body")
                                        .asText())
                        .put("target", content.path("original_message_id").asText());
            case "revoke" ->
                view.put("target", content.path("original_message_id").asText());
            case "system" -> view.put("text", content.path("body").asText());
            case "preferences" -> view.put("text", message.path("detail").asText());
            default -> {
                if (content.isObject()) {
                    view.set("media", content);
                }
                String caption =
                        content.path("caption").asText(content.path("name").asText());
                if (!caption.isEmpty()) {
                    view.put("text", caption);
                }
            }
        }
        return view;
    }

    private static String orderOf(JsonNode order) {
        StringBuilder text = new StringBuilder(order.path("text").asText());
        for (JsonNode item : order.path("product_items")) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(item.path("quantity").asText())
                    .append(" × ")
                    .append(item.path("product_retailer_id").asText());
        }
        return text.toString();
    }
}
