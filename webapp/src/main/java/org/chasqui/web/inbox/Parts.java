package org.chasqui.web.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.rest.Json;
import org.chasqui.web.text.Texts;

/** Reads the parts of messages that are not made of words alone (Meta, Cloud API reference, messages and webhooks). */
final class Parts {
    private static final Texts TEXTS = Texts.of("inbox");

    private Parts() {}

    static List<Part> of(MessageView message) {
        var content = message.content();
        return switch (message.type()) {
            case "location" -> List.of(place(content));
            case "contacts" -> contacts(content.isArray() ? content : content.path("contacts"));
            case "order" -> List.of(order(content));
            case "interactive" -> content.has("nfm_reply") ? List.of(form(content.path("nfm_reply"))) : List.of();
            default -> List.of();
        };
    }

    private static Part place(JsonNode place) {
        var latitude = place.path("latitude").asText();
        var longitude = place.path("longitude").asText();
        var name = place.path("name").asText();
        var link = "https://www.openstreetmap.org/?mlat=" + latitude + "&mlon=" + longitude + "#map=16/" + latitude
                + "/" + longitude;
        return new Part(
                "map-pin",
                name.isEmpty() ? TEXTS.get("place") : name,
                List.of(place.path("address").asText(), latitude + ", " + longitude),
                isNumber(latitude) && isNumber(longitude) ? link : null);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,3}(\\.\\d+)?");
    }

    private static List<Part> contacts(JsonNode contacts) {
        var parts = new ArrayList<Part>();
        for (var contact : contacts) {
            var lines = new ArrayList<String>();
            lines.add(contact.path("org").path("company").asText());
            contact.path("phones")
                    .forEach(phone -> lines.add(phone.path("phone").asText()));
            contact.path("emails")
                    .forEach(email -> lines.add(email.path("email").asText()));
            var name = contact.path("name").path("formatted_name").asText();
            parts.add(new Part("users-round", name.isEmpty() ? TEXTS.get("contact") : name, lines, null));
        }
        return parts;
    }

    private static Part order(JsonNode order) {
        var lines = new ArrayList<String>();
        for (var item : order.path("product_items")) {
            lines.add(item.path("quantity").asText("1") + " × "
                    + item.path("product_retailer_id").asText() + " · "
                    + item.path("item_price").asText() + " "
                    + item.path("currency").asText());
        }
        return new Part("list", TEXTS.get("order", lines.size()), lines, null);
    }

    /** The answers of a person to a flow; what the flow adds for itself is left out. */
    private static Part form(JsonNode reply) {
        var lines = new ArrayList<String>();
        try {
            for (var answer : Json.mapper()
                    .readTree(reply.path("response_json").asText("{}"))
                    .properties()) {
                if (!answer.getKey().equals("flow_token")) {
                    var value = answer.getValue();
                    lines.add(answer.getKey() + ": " + (value.isValueNode() ? value.asText() : value.toString()));
                }
            }
        } catch (JsonProcessingException notJson) {
            lines.add(reply.path("response_json").asText());
        }
        return new Part("file-text", TEXTS.get("form"), lines, null);
    }
}
