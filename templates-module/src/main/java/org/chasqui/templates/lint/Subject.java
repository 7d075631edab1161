package org.chasqui.templates.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chasqui.templates.definition.Category;
import org.chasqui.templates.definition.Languages;
import org.chasqui.templates.definition.Shape;
import org.chasqui.templates.definition.TemplateDraft;
import org.chasqui.templates.definition.Variables;

/**
 * What the rules look at: a draft, and the account's other templates.
 *
 * @param others the templates that the account has, without the one that is being edited
 */
record Subject(TemplateDraft draft, Shape shape, List<Linter.Other> others) {
    static Subject of(TemplateDraft draft, List<Linter.Other> others) {
        return new Subject(draft, draft.shape(), List.copyOf(others));
    }

    boolean is(Category category) {
        return draft.is(category);
    }

    /** The draft's language without its country. */
    String language() {
        return Languages.base(draft.language());
    }

    /** The place of a component's member: {@code components[1].text}. */
    String place(String type, String member) {
        for (int i = 0; i < draft.components().size(); i++) {
            if (type.equalsIgnoreCase(draft.components().get(i).path("type").asText(""))) {
                return "components[" + i + "]." + member;
            }
        }
        return "components";
    }

    /** A text of the draft and where it stands. */
    record Text(String place, String value) {
        /** In lower case and without variables, to look for words in. */
        String plain() {
            return Variables.strip(value).toLowerCase(Locale.ROOT);
        }
    }

    /** The texts that people read: header, body, footer, labels, cards. */
    List<Text> texts() {
        var texts = new ArrayList<Text>();
        collect("components", draft.components(), texts);
        return texts;
    }

    /** The body's text and place. */
    Text body() {
        return new Text(place("BODY", "text"), shape.body());
    }

    /** The buttons of the draft and of its cards, as written, each with its place. */
    Stream<Part> buttons() {
        var parts = new ArrayList<Part>();
        collectButtons("components", draft.components(), parts);
        return parts.stream();
    }

    /** A piece of JSON and where it stands. */
    record Part(String place, JsonNode node) {}

    private static void collect(String path, JsonNode components, List<Text> texts) {
        for (int i = 0; i < components.size(); i++) {
            var component = components.get(i);
            var place = path + "[" + i + "]";
            add(texts, place + ".text", component.path("text"));
            add(
                    texts,
                    place + ".limited_time_offer.text",
                    component.path("limited_time_offer").path("text"));
            var buttons = component.path("buttons");
            for (int b = 0; b < buttons.size(); b++) {
                add(texts, place + ".buttons[" + b + "].text", buttons.get(b).path("text"));
            }
            var cards = component.path("cards");
            for (int c = 0; c < cards.size(); c++) {
                collect(place + ".cards[" + c + "].components", cards.get(c).path("components"), texts);
            }
        }
    }

    private static void add(List<Text> texts, String place, JsonNode text) {
        if (text.isTextual() && !text.asText().isBlank()) {
            texts.add(new Text(place, text.asText()));
        }
    }

    private static void collectButtons(String path, JsonNode components, List<Part> parts) {
        for (int i = 0; i < components.size(); i++) {
            var buttons = components.get(i).path("buttons");
            for (int b = 0; b < buttons.size(); b++) {
                parts.add(new Part(path + "[" + i + "].buttons[" + b + "]", buttons.get(b)));
            }
            var cards = components.get(i).path("cards");
            for (int c = 0; c < cards.size(); c++) {
                collectButtons(
                        path + "[" + i + "].cards[" + c + "].components",
                        cards.get(c).path("components"),
                        parts);
            }
        }
    }
}
