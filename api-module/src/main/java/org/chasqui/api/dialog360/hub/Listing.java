package org.chasqui.api.dialog360.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Json;

/**
 * The lists of the hub: {@code limit}, {@code offset}, {@code sort} by a member (with a minus before it the other way round) and
 * {@code filters}, a JSON object of members and the values that they must have. Members of members have a point between them, or
 * are objects in the filter.
 */
final class Listing {
    private static final int USUAL = 20;
    private static final int MOST = 1_000;

    private Listing() {}

    /**
     * A page.
     *
     * @param name what the list is called in the answer
     */
    static Answer page(Arguments query, String name, List<ObjectNode> all) {
        int limit = Math.min(number(query, "limit", USUAL), MOST);
        int offset = number(query, "offset", 0);
        var sort = query.text("sort").orElse("");
        var filters = filters(query);
        var wanted = all.stream()
                .filter(item -> fits(item, filters))
                .sorted(order(sort))
                .toList();
        var page = wanted.stream().skip(offset).limit(limit).toList();
        var body = JsonNodeFactory.instance.objectNode().put("count", page.size());
        body.set("filters", filters);
        body.put("limit", limit).put("offset", offset);
        body.putArray("sort").add(sort.isEmpty() ? "id" : sort);
        body.put("total", wanted.size());
        body.putArray(name).addAll(page);
        return Answer.json(200, body);
    }

    /** Clients that want no order send a minus alone. */
    private static Comparator<ObjectNode> order(String sort) {
        boolean isReversed = sort.startsWith("-");
        var member = isReversed ? sort.substring(1) : sort;
        if (member.isBlank()) {
            return (one, other) -> 0;
        }
        var order = Comparator.<ObjectNode, String>comparing(
                item -> at(item, member).asText(""));
        return isReversed ? order.reversed() : order;
    }

    private static ObjectNode filters(Arguments query) {
        var text = query.text("filters").orElse("");
        if (text.isEmpty() || text.equals("null")) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            if (Json.mapper().readTree(text) instanceof ObjectNode filters) {
                return filters;
            }
        } catch (JsonProcessingException noJson) {
            // Falls through to the same sentence.
        }
        throw RequestFailed.invalid("filters", "must be a JSON object, for example {\"status\":\"running\"}.");
    }

    private static boolean fits(JsonNode item, ObjectNode filters) {
        return filters.properties().stream().allMatch(filter -> fits(at(item, filter.getKey()), filter.getValue()));
    }

    private static boolean fits(JsonNode value, JsonNode wanted) {
        if (wanted instanceof ObjectNode inside) {
            return fits(value, inside);
        }
        if (wanted.isArray()) {
            return wanted.valueStream().anyMatch(one -> fits(value, one));
        }
        var text = wanted.asText("").toLowerCase(Locale.ROOT);
        return wanted.isNull() || value.asText("").toLowerCase(Locale.ROOT).equals(text);
    }

    private static JsonNode at(JsonNode item, String member) {
        var node = item;
        for (var name : member.split("\\.", -1)) {
            node = node.path(name);
        }
        return node;
    }

    private static int number(Arguments given, String name, int usual) {
        int number = given.wholeNumber(name).orElse(usual);
        if (number < 0) {
            throw RequestFailed.invalid(name, "must be 0 or more.");
        }
        return number;
    }
}
