package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a phone shows of an interactive message, or of one card of its carousel, which is made of the same parts. */
final class InteractivePreview {

    private InteractivePreview() {}

    static void show(JsonNode content, ObjectNode view) {
        String header = content.path("header").path("text").asText();
        if (!header.isEmpty()) {
            view.put("header", header);
        } else if (content.has("header")) {
            view.set("media", content.path("header"));
        }
        JsonNode action = content.path("action");
        view.put(
                "text",
                content.path("body")
                        .path("text")
                        .asText(action.path("product_retailer_id").asText()));
        String footer = content.path("footer").path("text").asText();
        if (!footer.isEmpty()) {
            view.put("footer", footer);
        }
        buttons(content.path("type").asText(), action, view.putArray("buttons"));
        if (!action.path("cards").isEmpty()) {
            ArrayNode cards = view.putArray("cards");
            action.path("cards").forEach(card -> show(card, cards.addObject()));
        }
    }

    private static void buttons(String type, JsonNode action, ArrayNode buttons) {
        for (JsonNode button : action.path("buttons")) {
            JsonNode reply = button.has("reply") ? button.path("reply") : button.path("quick_reply");
            buttons.addObject()
                    .put("kind", "reply")
                    .put("text", reply.path("title").asText())
                    .put("payload", reply.path("id").asText());
        }
        for (JsonNode section : action.path("sections")) {
            for (JsonNode row : section.path("rows")) {
                buttons.addObject()
                        .put("kind", "list_row")
                        .put("text", row.path("title").asText())
                        .put("description", row.path("description").asText())
                        .put("payload", row.path("id").asText());
            }
        }
        JsonNode parameters = action.path("parameters");
        if (parameters.has("flow_cta")) {
            buttons.addObject()
                    .put("kind", "flow")
                    .put("text", parameters.path("flow_cta").asText());
        }
        if (type.equals("location_request_message")) {
            buttons.addObject().put("kind", "location").put("text", "Send location");
        }
        if (parameters.has("display_text")) {
            buttons.addObject()
                    .put("kind", "url")
                    .put("text", parameters.path("display_text").asText())
                    .put("url", parameters.path("url").asText());
        }
    }
}
