package org.chasqui.api.graph;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of Graph.
 *
 * @param version for example {@code v24.0}; null when the client names none, which Graph allows
 * @param path what comes behind it, with a slash in front
 */
record GraphAddress(@Nullable String version, String path) {
    private static final Pattern VERSIONED = Pattern.compile("/(v\\d{1,3}\\.\\d{1,2})(/.*)?");

    /** Reads what stands behind {@code /graph}. */
    static GraphAddress of(String path) {
        var versioned = VERSIONED.matcher(path);
        if (!versioned.matches()) {
            return new GraphAddress(null, path.isEmpty() ? "/" : path);
        }
        var rest = versioned.group(2);
        return new GraphAddress(versioned.group(1), rest == null ? "/" : rest);
    }
}
