package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a phone shows of a template with its parameters. */
final class TemplatePreview {

    private TemplatePreview() {}

    static void show(JsonNode sent, @Nullable MessageTemplate template, ObjectNode view) {
        view.put("template", sent.path("name").asText()).put("language", TemplateRules.languageOf(sent));
        if (template != null) {
            view.put("category", template.category());
            fill(sent, template, view);
        }
    }

    /** A template, or one of its cards, which is made of the same components. */
    private static void fill(JsonNode sent, MessageTemplate template, ObjectNode view) {
        JsonNode header = template.component("HEADER");
        if (template.headerFormat().equals("TEXT")) {
            view.put(
                    "header",
                    TemplateRules.render(header.path("text").asText(), TemplateRules.parameters(sent, "header")));
        } else if (!header.isMissingNode()) {
            view.set("media", TemplateRules.parameters(sent, "header").path(0));
        }
        view.put("text", TemplateRules.render(template.bodyText(), TemplateRules.parameters(sent, "body")));
        String footer = template.component("FOOTER").path("text").asText();
        if (!footer.isEmpty()) {
            view.put("footer", footer);
        }
        buttons(sent, template.component("BUTTONS").path("buttons"), view.putArray("buttons"));
        JsonNode cards = template.component("CAROUSEL").path("cards");
        if (!cards.isEmpty()) {
            JsonNode sentCards = TemplateRules.component(sent, "carousel").path("cards");
            ArrayNode shown = view.putArray("cards");
            for (int i = 0; i < cards.size(); i++) {
                fill(sentCards.path(i), template.card(cards.get(i)), shown.addObject());
            }
        }
    }

    private static void buttons(JsonNode sent, JsonNode buttons, ArrayNode shown) {
        for (int i = 0; i < buttons.size(); i++) {
            JsonNode button = buttons.get(i);
            String text = button.path("text").asText("Copy code");
            String kind = button.path("type").asText().toLowerCase(Locale.ROOT);
            ObjectNode entry = shown.addObject().put("kind", kind).put("text", text);
            if (kind.equals("quick_reply")) {
                entry.put("payload", TemplateRules.payloadOf(sent, i, text));
            } else if (button.has("url")) {
                entry.put("url", button.path("url").asText());
            }
        }
    }
}
