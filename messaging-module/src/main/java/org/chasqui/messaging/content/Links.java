package org.chasqui.messaging.content;

import java.net.URI;
import java.net.URISyntaxException;

/** The form of web addresses. Nothing here connects anywhere: media links are fetched by Meta. */
final class Links {
    private Links() {}

    static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            // Not the host: names with an underscore are none to Java, but there are such.
            return uri.getRawAuthority() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
