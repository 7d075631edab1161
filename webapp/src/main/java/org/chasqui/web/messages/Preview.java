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
        var line = line(message.type(), message.content());
        if (line.isBlank()) {
            line = problem(message);
        }
        var text = line.strip().replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Content of a type in one line. */
    public static String of(String type, JsonNode content) {
        return line(type, content).strip();
    }

    private static String line(String type, JsonNode content) {
        return switch (type) {
            case "text" -> content.path("body").asText();
            case "template" -> String.join(" · ", parameters(content));
            case "button" -> content.path("text").asText();
            case "reaction" -> {
                var emoji = content.path("emoji").asText();
                yield emoji.isEmpty() ? TEXTS.get("preview.reaction.removed") : emoji;
            }
            case "location" -> {
                var named = joined(content, "name", "address");
                yield named.isEmpty() ? coordinates(content) : named;
            }
            case "document" -> joined(content, "filename", "caption");
            case "image", "video", "sticker" -> content.path("caption").asText();
            case "audio" -> content.path("voice").asBoolean() ? TEXTS.get("preview.voice") : "";
            case "interactive" -> interactive(content);
            case "contacts" -> String.join(", ", Cards.names(content));
            case "order" -> order(content);
            case "system" -> content.path("body").asText();
            case "edit" -> {
                var after = content.path("message");
                var kind = after.path("type").asText();
                yield TEXTS.get("preview.edit") + " " + line(kind, after.path(kind));
            }
            case "revoke" -> TEXTS.get("preview.revoke");
            default -> content.path("body").asText(content.path("text").asText());
        };
    }

    /** Meta's words for what it could not pass on; empty when it said nothing. */
    private static String problem(MessageView message) {
        var extra = message.notes().extra();
        var error = extra == null ? null : extra.path("errors").path(0);
        return error == null
                ? ""
                : error.path("error_data")
                        .path("details")
                        .asText(error.path("title").asText());
    }

    static String coordinates(JsonNode location) {
        return location.path("latitude").asText() + ", "
                + location.path("longitude").asText();
    }

    private static String order(JsonNode order) {
        var items = order.path("product_items");
        return (TEXTS.get("preview.order", items.size()) + " "
                        + order.path("text").asText())
                .strip();
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
        if (content.has("nfm_reply")) {
            return content.path("nfm_reply").path("body").asText(TEXTS.get("preview.flow"));
        }
        if (content.has("call_permission_reply")) {
            return TEXTS.get("preview.callPermission")
                    + content.path("call_permission_reply").path("response").asText();
        }
        var body = content.path("body").path("text").asText();
        var kind = content.path("type").asText();
        return body.isEmpty() ? TEXTS.getOr("interactive." + kind, kind) : body;
    }

    private static String joined(JsonNode content, String first, String second) {
        var a = content.path(first).asText();
        var b = content.path(second).asText();
        return a.isEmpty() || b.isEmpty() ? a + b : a + " · " + b;
    }
}
