package org.chasqui.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where the product listens.
 *
 * @param host address of this machine; {@code 0.0.0.0} for all of them
 * @param port TCP port
 */
record HttpAddress(String host, int port) {

    /**
     * Tries the address, so that a taken port is found before a database is made.
     *
     * @throws StartRefused when something else listens there, or it cannot be listened on
     */
    void refuseIfTaken() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw notOurs(e);
        } catch (BindException e) {
            String reason = String.valueOf(e.getMessage());
            if (reason.contains("assign")) {
                throw notOurs(e);
            }
            throw new StartRefused(
                    reason.contains("ermission")
                            ? "user " + System.getProperty("user.name") + " may not listen on port " + port
                                    + ". Set CHASQUI_HTTP_PORT to a port above 1023."
                            : "port " + port + " is taken by another program. Stop that one, or set CHASQUI_HTTP_PORT"
                                    + " to a free port.",
                    e);
        } catch (IOException e) {
            throw new StartRefused(
                    "port " + port + " cannot be used (" + e.getMessage() + "). Set CHASQUI_HTTP_PORT.", e);
        }
    }

    private StartRefused notOurs(Exception cause) {
        return new StartRefused(
                "CHASQUI_HTTP_HOST is " + host + ", which is no address of this machine. Set it to one, or to 0.0.0.0"
                        + " for all.",
                cause);
    }

    /** Whether {@code GET /health/ready} answers 200; false when nothing answers. */
    boolean isReady() {
        String reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host;
        try {
            var connection = (HttpURLConnection) URI.create("http://"
                            + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ":" + port
                            + "/health/ready")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
