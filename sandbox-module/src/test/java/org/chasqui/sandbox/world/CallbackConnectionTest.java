package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackConnectionTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket server;
    private volatile String answer = "";
    private volatile int closeAfter = Integer.MAX_VALUE;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=1\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
            })
    void keepsTheConnectionOverSeveralRequests(String given) throws IOException {
        answer = given;
        try (CallbackConnection connection = connection()) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.post(BODY, "sha256=x")).isEqualTo(200);
            }
        }

        assertThat(connections).hasValue(1);
        assertThat(requests).hasValue(3);
    }

    @Test
    void opensAnotherWhenTheKeptOneWasClosed() throws IOException {
        answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        closeAfter = 1;
        try (CallbackConnection connection = connection()) {
            assertThat(connection.post(BODY, "s")).isEqualTo(200);
            assertThat(connection.post(BODY, "s")).isEqualTo(200);
        }

        assertThat(connections).hasValue(2);
    }

    @Test
    void obeysConnectionClose() throws IOException {
        answer = "HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (CallbackConnection connection = connection()) {
            assertThat(connection.post(BODY, "s")).isEqualTo(503);
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @Test
    void somethingThatIsNotHttpIsAFailure() {
        answer = "hello\r\n\r\n";
        try (CallbackConnection connection = connection()) {
            assertThatThrownBy(() -> connection.post(BODY, "s")).isInstanceOf(IOException.class);
        }
    }

    private CallbackConnection connection() {
        return new CallbackConnection(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook?a=1"));
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                connections.incrementAndGet();
                InputStream in = socket.getInputStream();
                for (int served = 0; served < closeAfter && skipRequest(in); served++) {
                    requests.incrementAndGet();
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // The test closed the socket.
                continue;
            }
        }
    }

    private static boolean skipRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return false;
            }
            head.append((char) b);
        }
        in.skipNBytes(BODY.length);
        return true;
    }
}
