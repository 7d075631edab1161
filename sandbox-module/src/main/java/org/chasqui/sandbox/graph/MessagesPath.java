package org.chasqui.sandbox.graph;

import org.jspecify.annotations.Nullable;

/** Recognises {@code /sandbox/graph[/vN.N]/{phone-number-id}/messages} without a regular expression. */
final class MessagesPath {

    private static final String ROOT = "/sandbox/graph/";
    private static final String END = "/messages";

    private MessagesPath() {}

    /** The phone number id, or null when the path is another one. */
    static @Nullable String phoneNumberId(String path) {
        if (!path.startsWith(ROOT) || !path.endsWith(END)) {
            return null;
        }
        int from = ROOT.length();
        if (from < path.length() && path.charAt(from) == 'v') {
            from = path.indexOf('/', from) + 1;
        }
        int to = path.length() - END.length();
        if (to <= from) {
            return null;
        }
        for (int i = from; i < to; i++) {
            if (path.charAt(i) < '0' || path.charAt(i) > '9') {
                return null;
            }
        }
        return path.substring(from, to);
    }
}
