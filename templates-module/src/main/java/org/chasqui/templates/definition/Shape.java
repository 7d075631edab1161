package org.chasqui.templates.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a template, read from Meta's {@code components}. What it does not know it leaves out.
 *
 * @param header null without one
 * @param body its text; Meta's own sentence for one-time codes, where components carry none
 * @param footer its text; empty without one
 * @param offer null without one
 */
public record Shape(
        @Nullable Header header,
        String body,
        String footer,
        List<Button> buttons,
        List<Card> cards,
        @Nullable Offer offer) {
    private static final String CODE_SENTENCE = "*{{1}}* is your verification code.";
    private static final String CODE_ADVICE = " For your security, do not share this code.";

    public Shape {
        buttons = List.copyOf(buttons);
        cards = List.copyOf(cards);
    }

    /** Reads components, an array; anything else is a template without parts. */
    public static Shape of(JsonNode components) {
        var offer = component(components, "LIMITED_TIME_OFFER").path("limited_time_offer");
        return new Shape(
                header(components),
                body(components),
                footer(component(components, "FOOTER")),
                buttons(components),
                cards(component(components, "CAROUSEL").path("cards")),
                offer.isObject()
                        ? new Offer(
                                offer.path("text").asText(""),
                                offer.path("has_expiration").asBoolean(false))
                        : null);
    }

    /** The component of a type, or a missing node. */
    public static JsonNode component(JsonNode components, String type) {
        for (var component : components) {
            if (type.equalsIgnoreCase(component.path("type").asText())) {
                return component;
            }
        }
        return MissingNode.getInstance();
    }

    /** Whether a limited-time offer stands in it. */
    public boolean hasOffer() {
        return offer != null;
    }

    /** Whether its parameters carry names instead of places. */
    public boolean isNamed() {
        return variables().anyMatch(Variables::isNamed);
    }

    /** Whether this is a one-time code. */
    public boolean isOneTimeCode() {
        return buttons.stream().anyMatch(Button::isOneTimeCode);
    }

    /** All texts that people read, without those of Meta. */
    public Stream<String> texts() {
        var head = header == null ? Stream.<String>empty() : Stream.of(header.text());
        var ofCards = cards.stream()
                .flatMap(card -> Stream.concat(
                        Stream.of(card.body()), card.buttons().stream().map(Button::text)));
        return Stream.of(head, Stream.of(body, footer), buttons.stream().map(Button::text), ofCards)
                .flatMap(texts -> texts)
                .filter(text -> !text.isBlank());
    }

    private Stream<Variables> variables() {
        var head = header == null ? Stream.<Variables>empty() : Stream.of(header.variables());
        return Stream.concat(
                Stream.concat(head, Stream.of(Variables.of(body))),
                cards.stream().map(card -> Variables.of(card.body())));
    }

    private static @Nullable Header header(JsonNode components) {
        var header = component(components, "HEADER");
        if (header.isMissingNode()) {
            return null;
        }
        var format = HeaderFormat.of(header.path("format").asText(""));
        return new Header(
                format, format == HeaderFormat.TEXT ? header.path("text").asText("") : "");
    }

    private static String body(JsonNode components) {
        var body = component(components, "BODY");
        var text = body.path("text").asText("");
        if (!text.isEmpty() || !isOneTimeCode(components)) {
            return text;
        }
        return body.path("add_security_recommendation").asBoolean(false) ? CODE_SENTENCE + CODE_ADVICE : CODE_SENTENCE;
    }

    private static boolean isOneTimeCode(JsonNode components) {
        return buttons(components).stream().anyMatch(Button::isOneTimeCode);
    }

    private static String footer(JsonNode footer) {
        int minutes = footer.path("code_expiration_minutes").asInt(0);
        var text = footer.path("text").asText("");
        return text.isEmpty() && minutes > 0 ? "This code expires in " + minutes + " minutes." : text;
    }

    private static List<Button> buttons(JsonNode components) {
        var buttons = new ArrayList<Button>();
        for (var button : component(components, "BUTTONS").path("buttons")) {
            buttons.add(new Button(
                    ButtonKind.of(button.path("type").asText("").toUpperCase(Locale.ROOT)),
                    button.path("text").asText(""),
                    button.path("url").asText(""),
                    sample(button.path("example"))));
        }
        return buttons;
    }

    private static String sample(JsonNode example) {
        return example.isArray() ? example.path(0).asText("") : example.asText("");
    }

    private static List<Card> cards(JsonNode cards) {
        var read = new ArrayList<Card>();
        for (var card : cards) {
            var parts = card.path("components");
            read.add(new Card(
                    header(parts), component(parts, "BODY").path("text").asText(""), buttons(parts)));
        }
        return read;
    }
}
