package org.chasqui.sandbox.graph;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.sandbox.world.FbTrace;
import org.jspecify.annotations.Nullable;

/** The headers that Graph puts on each answer, and the token of a request. */
final class GraphHeaders {

    static final String REVISION = "1029384756";
    private static final String DEFAULT_VERSION = "v24.0";
    private static final Pattern VERSION = Pattern.compile("/sandbox/graph/(v\\d+\\.\\d+)(/|$)");
    private static final Pattern TOKEN = Pattern.compile("(?:^|&)access_token=([^&]*)");

    private GraphHeaders() {}

    /** The version in a path, or the newest. */
    static String versionOf(String path) {
        Matcher matcher = VERSION.matcher(path);
        return matcher.find() ? matcher.group(1) : DEFAULT_VERSION;
    }

    /** The token in the header ({@code Bearer} or {@code OAuth}) or in the query, or null. */
    static @Nullable String tokenOf(@Nullable String authorization, @Nullable String query) {
        if (authorization != null) {
            int blank = authorization.indexOf(' ');
            String scheme = blank < 0 ? "" : authorization.substring(0, blank);
            if (scheme.equalsIgnoreCase("Bearer") || scheme.equalsIgnoreCase("OAuth")) {
                return authorization.substring(blank + 1).trim();
            }
        }
        if (query != null) {
            Matcher matcher = TOKEN.matcher(query);
            if (matcher.find()) {
                return java.net.URLDecoder.decode(matcher.group(1), java.nio.charset.StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    static String trace() {
        return FbTrace.next();
    }
}
