package org.chasqui.web.login;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page that somebody asked for before signing in: only ever one of the dashboard's own. */
final class Wanted {
    static final String HOME = "/console/";

    private static final Pattern OURS =
            Pattern.compile("/console/(?!login\\.xhtml)[A-Za-z0-9._-]*(\\?[A-Za-z0-9._~%&=+,:@!$'()*;/?-]*)?");
    private static final int LONGEST = 1_000;

    private Wanted() {}

    /** The query string for the login page that remembers an address; empty for the first page. */
    static String of(String path, @Nullable String query) {
        var address = query == null ? path : path + "?" + query;
        return address.equals(HOME) || !isOurs(address)
                ? ""
                : "?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /** Where to go after signing in: the remembered address, or the first page when it leads out of the dashboard. */
    static String orHome(@Nullable String address) {
        return address == null || !isOurs(address) ? HOME : address;
    }

    private static boolean isOurs(String address) {
        return address.length() <= LONGEST && OURS.matcher(address).matches();
    }
}
