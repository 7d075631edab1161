package org.chasqui.api.botmaker.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chasqui.api.botmaker.notes.Outgoing;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;

/**
 * {@code whatsappInteractive: {header, body, footer, action}}, whose action is one of {@code url}, {@code intent}, {@code
 * requestLocation} and {@code list}. The id of a row comes back as {@code buttonPayload} when it is chosen.
 */
final class InteractiveMapping {
    private static final int REPLIES = 3;
    private static final Set<String> FILES = Set.of("image", "video", "document");

    private InteractiveMapping() {}

    static Outgoing of(Arguments interactive) {
        var action = interactive.object("action");
        var type = action.demand("type").strip().toLowerCase(Locale.ROOT);
        var message = JsonNodeFactory.instance.objectNode();
        switch (type) {
            case "url" -> {
                message.put("type", "cta_url");
                frame(message, interactive);
                message.putObject("action")
                        .put("name", "cta_url")
                        .putObject("parameters")
                        .put("display_text", action.demand("label").strip())
                        .put("url", action.demand("urlLink").strip());
            }
            case "intent" -> {
                message.put("type", "button");
                frame(message, interactive);
                ButtonMenu.replies(message.putObject("action"), buttons(action));
            }
            case "requestlocation" -> {
                message.put("type", "location_request_message");
                noFrame(interactive);
                message.putObject("body").put("text", text(interactive, "body"));
                message.putObject("action").put("name", "send_location");
            }
            case "list" -> {
                message.put("type", "list");
                frame(message, interactive);
                list(message.putObject("action"), action);
            }
            default ->
                throw RequestFailed.invalid(action.path("type"), "must be url, intent, requestLocation or list.");
        }
        return new Outgoing("interactive", message, null);
    }

    private static List<Arguments> buttons(Arguments action) {
        var buttons = action.objects("buttons");
        if (buttons.isEmpty() || buttons.size() > REPLIES) {
            throw RequestFailed.invalid(action.path("buttons"), "must be 1 to " + REPLIES + " buttons.");
        }
        return buttons;
    }

    private static void list(ObjectNode target, Arguments action) {
        target.put("button", action.demand("button").strip());
        var sections = target.putArray("sections");
        for (var section : action.objects("sections")) {
            var one = sections.addObject();
            section.text("title").ifPresent(title -> one.put("title", title.strip()));
            var rows = one.putArray("rows");
            for (var row : section.objects("rows")) {
                var title = row.demand("title").strip();
                var entry = rows.addObject()
                        .put("id", row.text("id").map(String::strip).orElse(title))
                        .put("title", title);
                row.text("description").ifPresent(text -> entry.put("description", text.strip()));
            }
        }
        if (sections.isEmpty()) {
            throw RequestFailed.invalid(action.path("sections"), "is required: 1 to 10 sections with their rows.");
        }
    }

    private static void frame(ObjectNode message, Arguments interactive) {
        var header = interactive.object("header");
        if (!header.names().isEmpty()) {
            header(message.putObject("header"), header);
        }
        message.putObject("body").put("text", text(interactive, "body"));
        if (interactive.has("footer")) {
            message.putObject("footer").put("text", text(interactive, "footer"));
        }
    }

    private static void header(ObjectNode target, Arguments header) {
        var type = header.text("type").orElse("text").strip().toLowerCase(Locale.ROOT);
        var content = header.demand("content").strip();
        if (type.equals("text")) {
            target.put("type", type).put("text", content);
        } else if (FILES.contains(type)) {
            target.put("type", type).putObject(type).put("link", content);
        } else {
            throw RequestFailed.invalid(header.path("type"), "must be text, image, video or document.");
        }
    }

    private static void noFrame(Arguments interactive) {
        for (var part : List.of("header", "footer")) {
            if (interactive.has(part)) {
                throw RequestFailed.invalid(interactive.path(part), "is not there when a location is asked for.");
            }
        }
    }

    /** A text, or an object that holds it as Meta's do. */
    private static String text(Arguments interactive, String name) {
        return interactive.raw(name).isObject() ? interactive.object(name).demand("text") : interactive.demand(name);
    }
}
