package org.chasqui.platform.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that answers one call with the head and the first bytes of the body, and nothing after that. */
final class HangingServer implements AutoCloseable {
    private static final String BEGINNING =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"id\":";

    private final ServerSocket socket;
    private final CountDownLatch left = new CountDownLatch(1);

    HangingServer() {
        try {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var thread = new Thread(this::serve, "hanging-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try (Socket caller = socket.accept()) {
            InputStream in = caller.getInputStream();
            if (in.read() >= 0) {
                caller.getOutputStream().write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
                caller.getOutputStream().flush();
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException brokenOff) {
            // That is what we wait for.
        } finally {
            left.countDown();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Whether the caller closes the connection, waiting for it with much patience. */
    boolean isLeft() throws InterruptedException {
        return left.await(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
