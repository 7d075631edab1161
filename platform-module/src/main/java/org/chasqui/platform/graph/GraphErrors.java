package org.chasqui.platform.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chasqui.platform.graph.GraphErrorAdvice.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads Graph's error envelope, and knows what each code means and asks for.
 *
 * <pre>{@code
 * {"error": {"message": "(#130429) Rate limit hit", "type": "OAuthException", "code": 130429,
 *   "error_data": {"messaging_product": "whatsapp", "details": "…"}, "error_subcode": 2494055, "fbtrace_id": "Az8…"}}
 * }</pre>
 *
 * <p>The table is the resource {@code graph-errors.tsv}; its codes are those of
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes, its sentences are ours.
 */
public final class GraphErrors {
    private static final String TABLE = "graph-errors.tsv";
    private static final int FIRST_PERMISSION = 200;
    private static final int LAST_PERMISSION = 299;
    private static final int NO_PERMISSION = 10;
    private static final Map<Key, GraphErrorAdvice> ADVICE = load();
    private static final GraphErrorAdvice UNKNOWN = new GraphErrorAdvice(
            Kind.PERMANENT,
            "Meta refused with a code that the gateway does not know.",
            "Read Meta's own words beside the code, and look the code up in Meta's list of error codes.");

    private GraphErrors() {}

    /**
     * Reads an answer of Graph or an element of a webhook's {@code errors} array.
     *
     * @param httpStatus status of the answer, 0 for a webhook
     * @return empty when the body holds no error object
     */
    public static Optional<GraphError> read(int httpStatus, JsonNode body) {
        var error = body.path("error").isObject() ? body.path("error") : body;
        var code = error.path("code");
        if (!code.isNumber()) {
            return Optional.empty();
        }
        var subcode = error.path("error_subcode");
        return Optional.of(new GraphError(
                httpStatus,
                code.intValue(),
                subcode.isNumber() ? subcode.intValue() : null,
                title(error),
                details(error),
                text(error.path("fbtrace_id"))));
    }

    private static String title(JsonNode error) {
        var title = Optional.ofNullable(text(error.path("message"))).orElseGet(() -> text(error.path("title")));
        return title == null ? "" : title.replaceFirst("^\\(#\\d+\\)\\s*", "");
    }

    private static @Nullable String details(JsonNode error) {
        var details = text(error.path("error_data").path("details"));
        // Management errors have their sentence for people elsewhere.
        return details != null ? details : text(error.path("error_user_msg"));
    }

    /** Without the character NUL, which PostgreSQL keeps in no text. */
    private static @Nullable String text(JsonNode node) {
        var text = node.isTextual() ? node.textValue().replace("\0", "") : "";
        return text.isBlank() ? null : text;
    }

    /** What an error means and asks for. */
    public static GraphErrorAdvice advice(GraphError error) {
        return advice(error.code(), error.subcode());
    }

    /** What a code means and asks for; a code that the table lacks counts as a permanent refusal. */
    public static GraphErrorAdvice advice(int code, @Nullable Integer subcode) {
        if (subcode != null) {
            var exact = ADVICE.get(new Key(code, subcode));
            if (exact != null) {
                return exact;
            }
        }
        // Meta gives a whole range to one meaning: a permission that is missing.
        var listed = code >= FIRST_PERMISSION && code <= LAST_PERMISSION ? NO_PERMISSION : code;
        return ADVICE.getOrDefault(new Key(listed, null), UNKNOWN);
    }

    /** Whether the table knows the code; of what it does not know, nothing is certain. */
    public static boolean isKnown(int code, @Nullable Integer subcode) {
        return advice(code, subcode) != UNKNOWN;
    }

    private static Map<Key, GraphErrorAdvice> load() {
        try (var stream = GraphErrors.class.getResourceAsStream(TABLE)) {
            if (stream == null) {
                throw new IllegalStateException("The resource " + TABLE + " is missing");
            }
            var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines();
            var table = new HashMap<Key, GraphErrorAdvice>();
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> table.put(
                            new Key(Integer.parseInt(cells[0]), cells[1].isEmpty() ? null : Integer.valueOf(cells[1])),
                            new GraphErrorAdvice(Kind.valueOf(cells[2]), cells[3], cells[4])));
            return Map.copyOf(table);
        } catch (IOException failed) {
            throw new IllegalStateException("The resource " + TABLE + " cannot be read", failed);
        }
    }

    private record Key(int code, @Nullable Integer subcode) {}
}
