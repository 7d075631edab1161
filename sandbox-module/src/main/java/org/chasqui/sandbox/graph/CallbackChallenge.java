package org.chasqui.sandbox.graph;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.chasqui.sandbox.meta.GraphFailure;
import org.jspecify.annotations.Nullable;

/** Meta's verification of a callback: it must give the challenge back when the token is right. */
final class CallbackChallenge {

    private static final int MILLIS = 10_000;

    private CallbackChallenge() {}

    /** Asks the callback; null when it answered 200 with exactly the challenge. */
    static @Nullable GraphFailure failureOf(String callback, String verifyToken, String challenge) {
        String query = "hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token="
                + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8);
        try {
            URI uri = URI.create(callback + (callback.contains("?") ? "&" : "?") + query);
            if (!(uri.toURL().openConnection() instanceof HttpURLConnection connection)) {
                return GraphFailure.callbackNotVerified("the callback is not an http or https address");
            }
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("User-Agent", "facebookplatform/1.0 (+http://developers.facebook.com)");
            int status = connection.getResponseCode();
            if (status != 200) {
                return GraphFailure.callbackNotVerified(
                        "HTTP Status Code = " + status + "; HTTP Message = " + connection.getResponseMessage());
            }
            try (InputStream in = connection.getInputStream()) {
                String answer = new String(in.readNBytes(1_024), StandardCharsets.UTF_8).trim();
                return answer.equals(challenge)
                        ? null
                        : GraphFailure.callbackNotVerified("the callback did not answer with hub.challenge");
            }
        } catch (IOException | IllegalArgumentException e) {
            return GraphFailure.callbackNotVerified("the callback could not be reached: " + e.getMessage());
        }
    }
}
