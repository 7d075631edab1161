package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a phone shows of a message: header, body, footer and what can be tapped. */
public final class MessagePreview {

    private MessagePreview() {}

    /** {@code {type, header?, text?, footer?, buttons?:[{kind,text,payload?,url?}], media?:{…}}} of an outbound request. */
    public static ObjectNode of(JsonNode request, @Nullable MessageTemplate template) {
        String type = MessageRules.typeOf(request);
        ObjectNode view = JsonNodeFactory.instance.objectNode().put("type", type);
        JsonNode content = request.path(type);
        switch (type) {
            case "text" -> view.put("text", content.path("body").asText());
            case "template" -> template(content, template, view);
            case "interactive" -> interactive(content, view);
            case "reaction" ->
                view.put("text", content.path("emoji").asText())
                        .put("reacts_to", content.path("message_id").asText());
            case "contacts" ->
                view.put(
                        "text",
                        content.path(0).path("name").path("formatted_name").asText());
            default -> {
                view.set("media", content);
                String caption =
                        content.path("caption").asText(content.path("name").asText());
                if (!caption.isEmpty()) {
                    view.put("text", caption);
                }
            }
        }
        JsonNode context = request.path("context").path("message_id");
        if (context.isTextual()) {
            view.put("reply_to", context.asText());
        }
        return view;
    }

    private static void template(JsonNode request, @Nullable MessageTemplate template, ObjectNode view) {
        view.put("template", request.path("name").asText()).put("language", TemplateRules.languageOf(request));
        if (template == null) {
            return;
        }
        view.put("category", template.category());
        JsonNode header = template.component("HEADER");
        if (template.headerFormat().equals("TEXT")) {
            view.put(
                    "header",
                    TemplateRules.render(header.path("text").asText(), TemplateRules.parameters(request, "header")));
        } else if (!header.isMissingNode()) {
            view.set("media", TemplateRules.parameters(request, "header").path(0));
        }
        view.put("text", TemplateRules.render(template.bodyText(), TemplateRules.parameters(request, "body")));
        String footer = template.component("FOOTER").path("text").asText();
        if (!footer.isEmpty()) {
            view.put("footer", footer);
        }
        JsonNode buttons = template.component("BUTTONS").path("buttons");
        ArrayNode shown = view.putArray("buttons");
        for (int i = 0; i < buttons.size(); i++) {
            JsonNode button = buttons.get(i);
            String text = button.path("text").asText("Copy code");
            String kind = button.path("type").asText().toLowerCase(Locale.ROOT);
            ObjectNode entry = shown.addObject().put("kind", kind).put("text", text);
            if (kind.equals("quick_reply")) {
                entry.put("payload", TemplateRules.payloadOf(request, i, text));
            } else if (button.has("url")) {
                entry.put("url", button.path("url").asText());
            }
        }
    }

    private static void interactive(JsonNode content, ObjectNode view) {
        String header = content.path("header").path("text").asText();
        if (!header.isEmpty()) {
            view.put("header", header);
        } else if (content.has("header")) {
            view.set("media", content.path("header"));
        }
        view.put("text", content.path("body").path("text").asText());
        String footer = content.path("footer").path("text").asText();
        if (!footer.isEmpty()) {
            view.put("footer", footer);
        }
        JsonNode action = content.path("action");
        ArrayNode buttons = view.putArray("buttons");
        for (JsonNode button : action.path("buttons")) {
            JsonNode reply = button.path("reply");
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
        if (action.path("parameters").has("flow_cta")) {
            buttons.addObject()
                    .put("kind", "flow")
                    .put("text", action.path("parameters").path("flow_cta").asText());
        }
        if (content.path("type").asText().equals("location_request_message")) {
            buttons.addObject().put("kind", "location").put("text", "Send location");
        }
        if (action.path("parameters").has("display_text")) {
            buttons.addObject()
                    .put("kind", "url")
                    .put("text", action.path("parameters").path("display_text").asText())
                    .put("url", action.path("parameters").path("url").asText());
        }
    }
}
