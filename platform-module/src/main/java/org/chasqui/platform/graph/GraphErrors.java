package org.chasqui.platform.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Graph's error envelope, and knows what each code means and asks for. */
public final class GraphErrors {
    private GraphErrors() {}

    /**
     * Reads an answer of Graph or an element of a webhook's {@code errors} array.
     *
     * @param httpStatus status of the answer, 0 for a webhook
     * @return empty when the body holds no error object
     */
    public static Optional<GraphError> read(int httpStatus, JsonNode body) {
        throw new UnsupportedOperationException("to follow");
    }

    /** What an error means and asks for. */
    public static GraphErrorAdvice advice(GraphError error) {
        return advice(error.code(), error.subcode());
    }

    /** What a code means and asks for; a code that the table lacks counts as a permanent refusal. */
    public static GraphErrorAdvice advice(int code, @Nullable Integer subcode) {
        throw new UnsupportedOperationException("to follow");
    }
}
