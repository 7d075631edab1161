package org.chasqui.messaging.bots.ai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageView;

/** Messages as a model reads them: their words, and for what has none its kind in brackets. */
final class Spoken {
    private static final List<String> TITLES = List.of("button_reply", "list_reply");

    private Spoken() {}

    static Prompt.Turn of(MessageView message) {
        return new Prompt.Turn(message.direction() == Direction.INBOUND, text(message));
    }

    private static String text(MessageView message) {
        var content = message.content();
        return switch (message.type()) {
            case "text" -> content.path("body").asText();
            case "button" -> content.path("text").asText();
            case "interactive" -> interactive(content);
            case "template" -> template(message);
            case "location" -> named("location", content, "name", "address", "latitude", "longitude");
            case "contacts" -> "[contacts] " + names(content);
            case "image", "video", "audio", "document", "sticker" ->
                named(message.type(), content, "filename", "caption");
            default -> "[" + message.type() + "]";
        };
    }

    /** What was chosen, or what there was to choose from. */
    private static String interactive(JsonNode content) {
        return TITLES.stream()
                .map(kind -> content.path(kind).path("title").asText())
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElseGet(() -> content.path("body").path("text").asText("[interactive]"));
    }

    private static String template(MessageView message) {
        var values = StreamSupport.stream(message.content().path("components").spliterator(), false)
                .flatMap(component ->
                        StreamSupport.stream(component.path("parameters").spliterator(), false))
                .map(parameter -> parameter.path("text").asText());
        return "[template " + Objects.requireNonNullElse(message.template(), "") + "] " + joined(values);
    }

    private static String names(JsonNode content) {
        var contacts = content.isArray() ? content : content.path("contacts");
        return joined(StreamSupport.stream(contacts.spliterator(), false)
                .map(contact -> contact.path("name").path("formatted_name").asText()));
    }

    private static String named(String kind, JsonNode content, String... fields) {
        return "[" + kind + "] "
                + joined(Stream.of(fields).map(field -> content.path(field).asText()));
    }

    private static String joined(Stream<String> words) {
        return words.filter(word -> !word.isBlank()).collect(Collectors.joining(", "));
    }
}
