package org.chasqui.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** {@link HttpURLConnection}, which is what a JAX-RS client without further ado uses. */
final class UrlConnectionCall implements Call {

    /** @param connections how many the JDK keeps; it reads that once for the whole process */
    UrlConnectionCall(int connections) {
        System.setProperty("http.maxConnections", Integer.toString(connections));
        // Otherwise it silently posts a second time when a kept connection breaks.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    @Override
    public Answer post(URI address, String bearer, byte[] json) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(60_000);
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Bearer " + bearer);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setFixedLengthStreamingMode(json.length);
        try (var out = connection.getOutputStream()) {
            out.write(json);
        }
        int status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, in == null ? new byte[0] : in.readAllBytes());
        }
    }
}
