package org.chasqui.api.dialog360.webhooks;

import java.util.regex.Pattern;
import org.chasqui.api.dialog360.Face;
import org.chasqui.api.dialog360.Style;
import org.chasqui.platform.failure.RequestFailed;

/** What 360dialog and CBOT ask of a callback URL, beyond what every address has to be. */
final class CallbackUrl {
    private static final Pattern AUTHORITY = Pattern.compile("(?i)[a-z]+://([^/?#]*)");
    private static final Pattern PORT = Pattern.compile(".*:[0-9]+");

    private CallbackUrl() {}

    /**
     * Goes on when the address may be one.
     *
     * @param allowsInsecure whether this is a developer's machine, where receivers are at some port without TLS
     * @throws RequestFailed VALIDATION_FAILED of the field {@code url}
     */
    static void check(String url, Face face, Style format, boolean allowsInsecure) {
        var authority = AUTHORITY.matcher(url);
        if (!authority.lookingAt()) {
            throw RequestFailed.invalid("url", "must be an address such as https://yourwebhook.example.com.");
        }
        if (!allowsInsecure && !url.regionMatches(true, 0, "https://", 0, "https://".length())) {
            throw RequestFailed.invalid("url", "must begin with https:// and have a valid certificate.");
        }
        if (face != Face.DIALOG360 || format != Style.CLOUD) {
            return;
        }
        var host = authority.group(1);
        boolean hasUnderscore = host.contains("_");
        boolean hasPort = PORT.matcher(host).matches() && !allowsInsecure;
        if (hasUnderscore || hasPort) {
            throw RequestFailed.invalid(
                    "url",
                    "Webhook URLs for Cloud API do not support \"_\" (underscore) or \":xxxx\" (port) in (sub)domain"
                            + " names: for example https://subdomain.yourwebhook.example.com.");
        }
    }
}
