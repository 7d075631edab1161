package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last management calls as they came, without what is secret: to compare them with Meta's description of its API. */
public final class GraphCalls {

    private static final int KEPT = 2_000;
    private static final int LONGEST_BODY = 65_536;
    private static final String HIDDEN = "hidden";
    private static final Set<String> SECRETS =
            Set.of("access_token", "input_token", "client_secret", "code", "verify_token", "pin");

    private final Deque<Call> calls = new ArrayDeque<>();

    /** One call; {@code path} without the version. */
    private record Call(String method, String path, Map<String, List<String>> query, String type, byte[] body) {}

    /** Keeps a call. */
    public synchronized void add(
            String method, String path, Map<String, List<String>> query, @Nullable String type, byte[] body) {
        if (calls.size() == KEPT) {
            calls.removeFirst();
        }
        byte[] kept = body.length > LONGEST_BODY ? new byte[0] : body;
        calls.addLast(new Call(method, path, Map.copyOf(query), type == null ? "" : type, kept));
    }

    /** The calls whose path has this word, the oldest first. */
    public synchronized ArrayNode toJson(String word) {
        ArrayNode list = Json.object().putArray("calls");
        calls.stream().filter(call -> call.path().contains(word)).forEach(call -> list.add(toJson(call)));
        return list;
    }

    private static ObjectNode toJson(Call call) {
        ObjectNode json = Json.object().put("method", call.method()).put("path", call.path());
        ObjectNode query = json.putObject("query");
        call.query().forEach((name, values) -> query.put(name, SECRETS.contains(name) ? HIDDEN : values.get(0)));
        json.put("content_type", call.type());
        if (call.type().startsWith("application/json") && call.body().length > 0) {
            JsonNode body = Json.read(call.body());
            json.set("body", body instanceof ObjectNode object ? hidden(object) : body);
        } else if (call.type().startsWith("application/x-www-form-urlencoded")) {
            json.set("body", hidden(form(new String(call.body(), StandardCharsets.UTF_8))));
        }
        return json;
    }

    private static ObjectNode form(String text) {
        ObjectNode fields = Json.object();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A PIN keeps its form, so that it can be checked. */
    private static ObjectNode hidden(ObjectNode body) {
        for (String name : SECRETS) {
            if (body.has(name)) {
                body.put(name, name.equals("pin") ? body.path(name).asText().replaceAll("\\d", "0") : HIDDEN);
            }
        }
        return body;
    }

    synchronized void clear() {
        calls.clear();
    }
}
