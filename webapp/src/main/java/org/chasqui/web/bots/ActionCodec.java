package org.chasqui.web.bots;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.chasqui.messaging.bots.BotAction;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Json;
import org.chasqui.web.bots.ActionField.Kind;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Between the fields of the editor and the actions of a rule. What the fields cannot hold is kept as JSON. */
final class ActionCodec {
    private static final Texts TEXTS = Texts.of("bots");
    private static final List<String> BUTTONS = List.of("button1", "button2", "button3");

    /** What a button was read with. */
    private static final String ID = ".id";

    private static final String TITLE = ".title";

    private ActionCodec() {}

    static ActionField read(BotAction action) {
        if (action instanceof BotAction.Say say) {
            return with(Kind.TEXT, "text", say.text());
        }
        if (action instanceof BotAction.Tag tag) {
            var field = with(Kind.TAG, "add", String.join(", ", tag.add()));
            field.put("remove", String.join(", ", tag.remove()));
            return field;
        }
        if (action instanceof BotAction.HandOver handOver) {
            var field = with(Kind.HANDOVER, "assignee", handOver.assignee());
            field.put("note", handOver.note());
            return field;
        }
        var send = (BotAction.Send) action;
        var field = fields(send);
        // A template is written with its words, which are not here.
        return field.kind() == Kind.TEMPLATE || isWhole(field, send) ? field : other(send);
    }

    /** Whether the fields hold all of it. */
    private static boolean isWhole(ActionField field, BotAction.Send send) {
        try {
            return write(field, null).equals(send);
        } catch (RequestFailed incomplete) {
            return false;
        }
    }

    private static ActionField fields(BotAction.Send send) {
        var content = send.content();
        return switch (send.type()) {
            case "image", "video", "audio", "document", "sticker" -> media(send.type(), content);
            case "location" -> copied(Kind.LOCATION, content, "latitude", "longitude", "name", "address");
            case "contacts" -> contact(content.path(0));
            case "interactive" -> buttons(content);
            case "template" -> template(content);
            default -> other(send);
        };
    }

    private static ActionField with(Kind kind, String name, @Nullable String value) {
        var field = new ActionField(kind);
        field.put(name, value);
        return field;
    }

    private static ActionField copied(Kind kind, JsonNode content, String... members) {
        var field = new ActionField(kind);
        Arrays.stream(members)
                .forEach(member -> field.put(member, content.path(member).asText("")));
        return field;
    }

    private static ActionField media(String type, JsonNode content) {
        var field = copied(Kind.MEDIA, content, "link", "caption", "filename");
        field.put("media", type);
        field.getFile().setHandle(content.path("id").asText(""));
        field.getFile().setFileName(content.path("filename").asText(""));
        return field;
    }

    private static ActionField contact(JsonNode contact) {
        var field = with(
                Kind.CONTACT,
                "name",
                contact.path("name").path("formatted_name").asText(""));
        field.put("phone", contact.at("/phones/0/phone").asText(""));
        field.put("company", contact.at("/org/company").asText(""));
        return field;
    }

    private static ActionField buttons(JsonNode content) {
        var field = with(Kind.BUTTONS, "text", content.at("/body/text").asText(""));
        field.put("footer", content.at("/footer/text").asText(""));
        for (int at = 0; at < BUTTONS.size(); at++) {
            var reply = content.at("/action/buttons/" + at + "/reply");
            field.put(BUTTONS.get(at), reply.path("title").asText(""));
            field.put(BUTTONS.get(at) + ID, reply.path("id").asText(""));
            field.put(BUTTONS.get(at) + TITLE, reply.path("title").asText(""));
        }
        return field;
    }

    private static ActionField template(JsonNode content) {
        var field = with(
                Kind.TEMPLATE,
                "template",
                content.path("name").asText() + " "
                        + content.at("/language/code").asText());
        for (var component : content.path("components")) {
            var type = component.path("type").asText();
            var part = type.equals("button") ? type + component.path("index").asText() : type;
            int index = 1;
            for (var parameter : component.path("parameters")) {
                var name = parameter.path("parameter_name").asText(String.valueOf(index++));
                field.put(part + "." + name, parameter.path("text").asText(""));
            }
        }
        return field;
    }

    private static ActionField other(BotAction.Send send) {
        var field = with(Kind.OTHER, "type", send.type());
        field.put("json", send.content().toPrettyString());
        return field;
    }

    static BotAction write(ActionField field, @Nullable ObjectNode template) {
        return switch (field.kind()) {
            case TEXT -> new BotAction.Say(required(field, "text"));
            case MEDIA -> new BotAction.Send(field.value("media"), media(field));
            case LOCATION -> new BotAction.Send("location", location(field));
            case CONTACT ->
                new BotAction.Send(
                        "contacts", JsonNodeFactory.instance.arrayNode().add(contact(field)));
            case BUTTONS -> new BotAction.Send("interactive", buttons(field));
            case TEMPLATE -> {
                if (template == null) {
                    throw missing("template");
                }
                yield new BotAction.Send("template", template);
            }
            case TAG -> new BotAction.Tag(words(field.value("add")), words(field.value("remove")));
            case HANDOVER -> new BotAction.HandOver(orNull(field.value("assignee")), orNull(field.value("note")));
            case OTHER -> new BotAction.Send(required(field, "type"), json(field.value("json")));
        };
    }

    private static ObjectNode media(ActionField field) {
        var content = JsonNodeFactory.instance.objectNode();
        var own = field.isUploadable() ? field.getFile().getOwn() : null;
        if (own == null || !field.value("link").isEmpty()) {
            content.put("link", required(field, "link"));
        } else {
            content.put("id", own);
        }
        if (field.isCaptioned()) {
            putUnlessEmpty(content, "caption", field.value("caption"));
        }
        if (field.value("media").equals("document")) {
            var named = field.value("filename");
            putUnlessEmpty(
                    content, "filename", named.isEmpty() ? field.getFile().getFileName() : named);
        }
        return content;
    }

    private static ObjectNode location(ActionField field) {
        var content = JsonNodeFactory.instance.objectNode();
        for (var member : List.of("latitude", "longitude")) {
            try {
                content.put(member, Double.parseDouble(required(field, member)));
            } catch (NumberFormatException none) {
                throw RequestFailed.invalid(member, TEXTS.get("editor.wrong.degrees"));
            }
        }
        putUnlessEmpty(content, "name", field.value("name"));
        putUnlessEmpty(content, "address", field.value("address"));
        return content;
    }

    private static ObjectNode contact(ActionField field) {
        var name = required(field, "name");
        var contact = JsonNodeFactory.instance.objectNode();
        contact.putObject("name").put("formatted_name", name).put("first_name", name.split("\\s+")[0]);
        contact.putArray("phones")
                .addObject()
                .put("phone", required(field, "phone"))
                .put("type", "WORK");
        if (!field.value("company").isEmpty()) {
            contact.putObject("org").put("company", field.value("company"));
        }
        return contact;
    }

    private static ObjectNode buttons(ActionField field) {
        var content = JsonNodeFactory.instance.objectNode().put("type", "button");
        content.putObject("body").put("text", required(field, "text"));
        if (!field.value("footer").isEmpty()) {
            content.putObject("footer").put("text", field.value("footer"));
        }
        var buttons = content.putObject("action").putArray("buttons");
        for (var name : BUTTONS) {
            var title = field.value(name);
            if (!title.isEmpty()) {
                // An id that the API chose stays as long as the button says the same.
                boolean isSame = title.equals(field.value(name + TITLE));
                buttons.addObject()
                        .put("type", "reply")
                        .putObject("reply")
                        .put("id", isSame ? field.value(name + ID) : title)
                        .put("title", title);
            }
        }
        if (buttons.isEmpty()) {
            throw missing("button1");
        }
        return content;
    }

    private static JsonNode json(String text) {
        try {
            var read = Json.mapper().readTree(text);
            if (read != null && read.isContainerNode()) {
                return read;
            }
        } catch (JsonProcessingException broken) {
            // The same sentence as for what is no object.
        }
        throw RequestFailed.invalid("json", TEXTS.get("editor.wrong.json"));
    }

    private static String required(ActionField field, String name) {
        var value = field.value(name);
        if (value.isEmpty()) {
            throw missing(name);
        }
        return value;
    }

    private static RequestFailed missing(String name) {
        return RequestFailed.invalid(name, TEXTS.get("editor.missing", TEXTS.getOr("field." + name, name)));
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static void putUnlessEmpty(ObjectNode json, String member, String value) {
        if (!value.isEmpty()) {
            json.put(member, value);
        }
    }
}
