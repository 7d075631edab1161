package org.chasqui.messaging.bots;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.platform.rest.Json;

/** Records as the database keeps them. What a newer version has added is passed over, so that a node can be rolled back. */
final class BotJson {
    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // What a record only says of itself is no part of it.
            .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);

    private BotJson() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record that is no JSON", impossible);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("what the database keeps of a bot cannot be read", foreign);
        }
    }

    static JsonNode tree(String json) {
        return read(json, JsonNode.class);
    }

    static String writeReplies(List<Reply> replies) {
        return write(replies);
    }

    static List<Reply> readReplies(String json) {
        var replies = new ArrayList<Reply>();
        for (var one : tree(json)) {
            replies.add(new Reply(one.path("type").asText(), one.path("content")));
        }
        return replies;
    }

    static String writeActions(List<BotAction> actions) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        actions.forEach(action -> array.add(ActionJson.write(action)));
        return array.toString();
    }

    static List<BotAction> readActions(String json) {
        var actions = new ArrayList<BotAction>();
        for (var one : tree(json)) {
            actions.add(ActionJson.read("actions", one));
        }
        return actions;
    }
}
