package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of webhook about an account, a number or a template, with a value in the shape of Meta's samples.
 *
 * @param name {@code field} or {@code field.EVENT}, unique
 * @param about {@code account}, {@code number} or {@code template}
 * @param title what it means, in words
 * @param value Meta's value; texts that begin with {@code $} are places for ids and times
 */
public record NewsKind(String name, String about, String title, JsonNode value) {

    private static final List<NewsKind> ALL = read();

    /** All kinds, in the order in which they are shown. */
    public static List<NewsKind> all() {
        return ALL;
    }

    /** The kind of this name. */
    public static Optional<NewsKind> of(String name) {
        return ALL.stream().filter(kind -> kind.name.equals(name)).findFirst();
    }

    /** The name of the webhook's field. */
    public String field() {
        return name.split("\\.", 2)[0];
    }

    /** The value with its places filled in; a place that has no value stays as it is. */
    public ObjectNode filled(Map<String, JsonNode> places) {
        ObjectNode filled = value.deepCopy();
        fill(filled, places);
        return filled;
    }

    private static void fill(JsonNode node, Map<String, JsonNode> places) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                JsonNode given = places.get(member.getValue().asText());
                if (member.getValue().isTextual() && given != null) {
                    member.setValue(given);
                } else {
                    fill(member.getValue(), places);
                }
            }
        } else {
            node.forEach(element -> fill(element, places));
        }
    }

    private static List<NewsKind> read() {
        try (InputStream stream = NewsKind.class.getResourceAsStream("management-webhooks.json")) {
            if (stream == null) {
                throw new IllegalStateException("management-webhooks.json is missing in the sandbox");
            }
            List<NewsKind> kinds = new ArrayList<>();
            for (JsonNode kind : new ObjectMapper().readTree(stream)) {
                kinds.add(new NewsKind(
                        kind.path("kind").asText(),
                        kind.path("about").asText(),
                        kind.path("title").asText(),
                        kind.path("value")));
            }
            return List.copyOf(kinds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
