package org.chasqui.platform.graph;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;

/**
 * Whether Graph takes calls yet. Meta does; the built-in sandbox is served by this very server, which answers 404 and
 * 500 in its own words while it still deploys the application. A send that met those would be uncertain for ever.
 */
@ApplicationScoped
public class GraphReach {
    private static final int TIMEOUT_MILLIS = 2_000;

    @Inject
    GraphConfig config;

    /** Asks once; takes two seconds at most. Always true when Graph is Meta's. */
    public boolean isOpen() {
        return !config.isSandbox() || answersInJson();
    }

    private boolean answersInJson() {
        try {
            var call = (HttpURLConnection) config.baseUrl().toURL().openConnection();
            call.setConnectTimeout(TIMEOUT_MILLIS);
            call.setReadTimeout(TIMEOUT_MILLIS);
            try {
                call.getResponseCode();
                var type = call.getContentType();
                return type != null && type.startsWith("application/json");
            } finally {
                call.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
