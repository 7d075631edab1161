package org.chasqui.api.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.chasqui.api.dialects.Answer;
import org.jspecify.annotations.Nullable;

/**
 * An error in Meta's words.
 *
 * @param status the HTTP status
 * @param code Meta's code
 * @param subcode Meta's {@code error_subcode}; null for none
 * @param type {@code OAuthException} or {@code GraphMethodException}
 * @param title Meta's short words for the code
 * @param details a sentence that says what to do; null for none
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">Meta, error codes</a>
 */
record MetaError(
        int status,
        int code,
        @Nullable Integer subcode,
        String type,
        String title,
        @Nullable String details) {
    static final String OAUTH = "OAuthException";
    static final String GRAPH_METHOD = "GraphMethodException";

    private static final int FIRST_PERMISSION = 200;
    private static final int LAST_PERMISSION = 299;

    /** The statuses that are not 400, as Meta's list of error codes has them. */
    private static final Map<Integer, Integer> STATUSES = Map.ofEntries(
            Map.entry(0, 401),
            Map.entry(2, 503),
            Map.entry(3, 500),
            Map.entry(10, 403),
            Map.entry(190, 401),
            Map.entry(368, 403),
            Map.entry(130497, 403),
            Map.entry(131000, 500),
            Map.entry(131005, 403),
            Map.entry(131016, 500),
            Map.entry(131031, 403),
            Map.entry(131045, 500),
            Map.entry(131057, 500),
            Map.entry(132001, 404),
            Map.entry(133000, 500),
            Map.entry(133004, 503),
            Map.entry(134102, 500),
            Map.entry(139103, 500));

    /** An error with the status that Meta gives its code. */
    static MetaError of(int code, String title, @Nullable String details) {
        return new MetaError(statusOf(code), code, null, OAUTH, title, details);
    }

    static int statusOf(int code) {
        if (code >= FIRST_PERMISSION && code <= LAST_PERMISSION) {
            return 403;
        }
        return STATUSES.getOrDefault(code, 400);
    }

    MetaError withSubcode(int number) {
        return new MetaError(status, code, number, type, title, details);
    }

    /** The answer that carries it. */
    Answer answer(String trace) {
        return Answer.json(status, tree(trace));
    }

    ObjectNode tree(String trace) {
        var body = JsonNodeFactory.instance.objectNode();
        var error = body.putObject("error");
        error.put("message", type.equals(GRAPH_METHOD) ? title : "(#" + code + ") " + title)
                .put("type", type)
                .put("code", code);
        if (details != null) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        }
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        error.put("fbtrace_id", trace);
        return body;
    }
}
