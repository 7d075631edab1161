package org.chasqui.web.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.web.text.Texts;

/** A message in one line: what a person would read of it, or what kind of thing it is. */
public final class Preview {
    private static final Texts TEXTS = Texts.of("messages");
    private static final int LONGEST = 240;

    private Preview() {}

    /** At most 240 characters, without line breaks; empty when there are no words. */
    public static String of(MessageView message) {
        var text = line(message.type(), message.content()).strip().replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String line(String type, JsonNode content) {
        return switch (type) {
            case "text" -> content.path("body").asText();
            case "template" -> String.join(" · ", parameters(content));
            case "button" -> content.path("text").asText();
            case "reaction" -> content.path("emoji").asText(TEXTS.get("preview.reaction.removed"));
            case "location" -> joined(content, "name", "address");
            case "document" -> joined(content, "filename", "caption");
            case "image", "video", "audio", "sticker" -> content.path("caption").asText();
            case "interactive" -> interactive(content);
            case "contacts" ->
                (content.isArray() ? content : content.path("contacts"))
                        .path(0)
                        .path("name")
                        .path("formatted_name")
                        .asText();
            default -> "";
        };
    }

    /** The texts that a template is filled with, in their order. */
    static List<String> parameters(JsonNode template) {
        var texts = new ArrayList<String>();
        for (var component : template.path("components")) {
            for (var parameter : component.path("parameters")) {
                var text =
                        parameter.path("text").asText(parameter.path("payload").asText());
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private static String interactive(JsonNode content) {
        for (var reply : List.of("button_reply", "list_reply")) {
            if (content.has(reply)) {
                return content.path(reply).path("title").asText();
            }
        }
        return content.path("body").path("text").asText();
    }

    private static String joined(JsonNode content, String first, String second) {
        var a = content.path(first).asText();
        var b = content.path(second).asText();
        return a.isEmpty() || b.isEmpty() ? a + b : a + " · " + b;
    }
}
