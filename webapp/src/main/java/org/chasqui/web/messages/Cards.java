package org.chasqui.web.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chasqui.web.text.Texts;

/** The parts of a message that are more than words: rows, products, contacts, cards, buttons. */
public final class Cards {
    private static final Texts TEXTS = Texts.of("messages");

    private Cards() {}

    /** A line with a smaller one below. */
    public static final class Item {
        private final String title;
        private final String note;

        Item(String title, String note) {
            this.title = title;
            this.note = note;
        }

        public String getTitle() {
            return title;
        }

        public String getNote() {
            return note;
        }
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** What is sent is an array, what comes in is kept under the name of the type. */
    private static JsonNode contacts(JsonNode content) {
        return content.isArray() ? content : content.path("contacts");
    }

    static List<String> names(JsonNode content) {
        return each(contacts(content))
                .map(contact -> contact.path("name").path("formatted_name").asText())
                .toList();
    }

    /** Rows of a list, products, contacts, cards: each with a line below. */
    public static List<Item> items(String type, JsonNode content) {
        return switch (type) {
            case "contacts" ->
                each(contacts(content))
                        .map(contact -> new Item(
                                contact.path("name").path("formatted_name").asText(),
                                String.join(
                                        ", ",
                                        each(contact.path("phones"))
                                                .map(phone ->
                                                        phone.path("phone").asText())
                                                .toList())))
                        .toList();
            case "order" ->
                each(content.path("product_items"))
                        .map(item -> new Item(
                                item.path("quantity").asText() + " × "
                                        + item.path("product_retailer_id").asText(),
                                item.path("item_price").asText() + " "
                                        + item.path("currency").asText()))
                        .toList();
            case "interactive" -> interactive(content);
            default -> List.of();
        };
    }

    private static List<Item> interactive(JsonNode content) {
        var items = new ArrayList<Item>();
        var action = content.path("action");
        for (var section : action.path("sections")) {
            for (var row : section.path("rows")) {
                items.add(new Item(
                        row.path("title").asText(), row.path("description").asText()));
            }
            for (var product : section.path("product_items")) {
                items.add(new Item(
                        product.path("product_retailer_id").asText(),
                        section.path("title").asText()));
            }
        }
        for (var card : action.path("cards")) {
            items.add(new Item(card.path("body").path("text").asText(), String.join(" · ", buttons(card))));
        }
        var product = action.path("product_retailer_id").asText();
        if (!product.isEmpty()) {
            items.add(new Item(product, action.path("catalog_id").asText()));
        }
        var reply = content.path("list_reply").path("description").asText();
        if (!reply.isEmpty()) {
            items.add(new Item(reply, ""));
        }
        return items;
    }

    /** What can be tapped. */
    public static List<String> buttons(JsonNode content) {
        var buttons = new ArrayList<String>();
        var action = content.path("action");
        for (var button : action.path("buttons")) {
            buttons.add(button.path("reply")
                    .path("title")
                    .asText(button.path("quick_reply").path("title").asText()));
        }
        if (action.has("button")) {
            buttons.add(action.path("button").asText());
        }
        var parameters = action.path("parameters");
        for (var member : List.of("display_text", "flow_cta")) {
            if (parameters.has(member)) {
                buttons.add(parameters.path(member).asText());
            }
        }
        var named = "button." + action.path("name").asText();
        if (buttons.isEmpty() && !TEXTS.getOr(named, "").isEmpty()) {
            buttons.add(TEXTS.getOr(named, ""));
        }
        return buttons;
    }

    /** What else is known of it: kind of file, address, coordinates. */
    public static List<String> facts(String type, JsonNode content) {
        var facts = new ArrayList<String>();
        if (type.equals("location")) {
            facts.add(Preview.coordinates(content));
        }
        for (var member : List.of("mime_type", "link", "asset", "id")) {
            var value = content.path(member).asText();
            // An id tells nothing beside an address or a file of ours.
            if (!value.isEmpty() && !type.equals("interactive") && (facts.isEmpty() || member.equals("link"))) {
                facts.add(value);
            }
        }
        var url = content.path("action").path("parameters").path("url").asText();
        if (!url.isEmpty()) {
            facts.add(url);
        }
        return facts;
    }
}
