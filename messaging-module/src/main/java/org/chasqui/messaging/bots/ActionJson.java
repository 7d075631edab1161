package org.chasqui.messaging.bots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Actions of rules as the API writes them: {@code {"type": "text", "text": "…"}}; other messages as in {@code POST /messages}. */
public final class ActionJson {
    private static final String TYPE = "type";
    private static final String TEXT = "text";
    private static final String TAG = "tag";
    private static final String HANDOVER = "handover";

    private ActionJson() {}

    /** An action as the API prints it. */
    public static ObjectNode write(BotAction action) {
        var json = JsonNodeFactory.instance.objectNode();
        if (action instanceof BotAction.Say say) {
            json.put(TYPE, TEXT).put(TEXT, say.text());
        } else if (action instanceof BotAction.Send send) {
            json.put(TYPE, send.type()).set(send.type(), send.content());
        } else if (action instanceof BotAction.Tag tag) {
            json.put(TYPE, TAG);
            tag.add().forEach(json.putArray("add")::add);
            tag.remove().forEach(json.putArray("remove")::add);
        } else if (action instanceof BotAction.HandOver handOver) {
            json.put(TYPE, HANDOVER);
            putUnlessNull(json, "assignee", handOver.assignee());
            putUnlessNull(json, "note", handOver.note());
        } else {
            throw new IllegalArgumentException("an action that is never part of a rule");
        }
        return json;
    }

    /**
     * Reads an action; what it says is checked when the rule is kept.
     *
     * @param field how the caller calls it
     * @throws RequestFailed VALIDATION_FAILED when it is none
     */
    public static BotAction read(String field, JsonNode json) {
        var type = json.path(TYPE).asText("");
        return switch (type) {
            case TEXT -> new BotAction.Say(body(field, json.path(TEXT)));
            case TAG ->
                new BotAction.Tag(
                        texts(field + ".add", json.path("add")), texts(field + ".remove", json.path("remove")));
            case HANDOVER ->
                new BotAction.HandOver(
                        textOrNull(field + ".assignee", json.path("assignee")),
                        textOrNull(field + ".note", json.path("note")));
            default -> message(field, type, json);
        };
    }

    /** A string, or the Cloud API's object with a body. */
    private static String body(String field, JsonNode text) {
        var body = text.isObject() ? text.path("body") : text;
        if (!body.isTextual()) {
            throw RequestFailed.invalid(field + ".text", "must be the text to say.");
        }
        return body.asText();
    }

    private static BotAction message(String field, String type, JsonNode json) {
        if (!MessageContent.TYPES.contains(type) || type.equals("reaction")) {
            throw RequestFailed.invalid(
                    field + ".type",
                    "must be text, image, video, audio, document, sticker, location, contacts, interactive, template,"
                            + " tag or handover.");
        }
        var content = json.path(type);
        if (!content.isContainerNode()) {
            throw RequestFailed.invalid(field + "." + type, "is required for an action of type " + type + ".");
        }
        return new BotAction.Send(type, content);
    }

    private static List<String> texts(String field, JsonNode array) {
        var texts = new ArrayList<String>();
        if (array.isMissingNode() || array.isNull()) {
            return texts;
        }
        if (!(array instanceof ArrayNode)) {
            throw RequestFailed.invalid(field, "must be a list of texts.");
        }
        for (var one : array) {
            if (!one.isTextual()) {
                throw RequestFailed.invalid(field, "must be a list of texts.");
            }
            texts.add(one.asText());
        }
        return texts;
    }

    private static @Nullable String textOrNull(String field, JsonNode text) {
        if (text.isMissingNode() || text.isNull() || text.asText().isBlank()) {
            return null;
        }
        if (!text.isTextual()) {
            throw RequestFailed.invalid(field, "must be a text.");
        }
        return text.asText().strip();
    }

    private static void putUnlessNull(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
