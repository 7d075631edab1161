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
        try {
            // A plus sign is itself in a path.
            var path = URLDecoder.decode(raw.replaceFirst(";.*", "").replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replaceFirst("/+$", "");
            return path.startsWith("/") ? Optional.of(path) : Optional.empty();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
