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
        int parameters = raw.indexOf(';');
        var path = decoded(parameters < 0 ? raw : raw.substring(0, parameters));
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return end > 0 && path.charAt(0) == '/' ? Optional.of(path.substring(0, end)) : Optional.empty();
    }

    /** What is broken stays as it is: then there is nothing at that address, which is the dialect's to say. */
    private static String decoded(String raw) {
        if (raw.indexOf('%') < 0) {
            // Every request to the product comes through here, and hardly any has an escape in its path.
            return raw;
        }
        try {
            // A plus sign is itself in a path.
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return raw;
        }
    }
}
