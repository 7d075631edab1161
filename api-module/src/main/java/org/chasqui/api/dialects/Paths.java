package org.chasqui.api.dialects;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The path of a request as dialects see it. */
final class Paths {
    private Paths() {}

    /** Decoded, without context path, path parameters and slashes at the end; empty for the root and for no path at all. */
    static Optional<String> of(HttpServletRequest request) {
        return of(request.getRequestURI().substring(request.getContextPath().length()));
    }

    static Optional<String> of(String raw) {
        var path = decoded(raw.replaceFirst(";.*", "")).replaceFirst("/+$", "");
        return path.startsWith("/") ? Optional.of(path) : Optional.empty();
    }

    /** What is broken stays as it is: then there is nothing at that address, which is the dialect's to say. */
    private static String decoded(String raw) {
        try {
            // A plus sign is itself in a path.
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return raw;
        }
    }
}
