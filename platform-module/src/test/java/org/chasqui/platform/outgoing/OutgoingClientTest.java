package org.chasqui.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutgoingClientTest {
    /** Less than a test would take that waited for the end of what has none. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger redirected = new AtomicInteger();
    private final OutgoingClient client = clientThatWaits(PATIENCE);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/ok", exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("fine!".getBytes());
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/target");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        server.createContext("/target", exchange -> {
            redirected.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/giant", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (over.getCount() > 0) {
                    body.write(new byte[8_192]);
                }
            } catch (IOException cutOff) {
                exchange.close();
            }
        });
        server.createContext("/hang", exchange -> {
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (!over.await(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    body.write('x');
                    body.flush();
                }
            } catch (IOException | InterruptedException cutOff) {
                exchange.close();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        client.close();
    }

    @Test
    void readsAnAnswerAndKeepsTheConnection() throws IOException {
        for (int i = 0; i < 3; i++) {
            var answer = call("/ok");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(new String(answer.body())).isEqualTo("fine!");
            assertThat(answer.isCut()).isFalse();
        }
    }

    @Test
    void doesNotFollow() throws IOException {
        assertThat(call("/moved").status()).isEqualTo(301);
        assertThat(redirected).hasValue(0);
    }

    @Test
    void readsOnlySoMuchOfAnEndlessAnswer() throws IOException {
        long start = System.nanoTime();
        var answer = call("/giant");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(1_000);
        assertThat(answer.isCut()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    @Test
    void endsInTimeWhateverTheOtherSideDoes() {
        try (var hurried = clientThatWaits(Duration.ofMillis(800))) {
            for (var path : new String[] {"/hang", "/drip"}) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> call(hurried, path)).as(path).isInstanceOf(IOException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void readsOnlySoMuchOfAnEndlessHead() throws IOException {
        for (var endless : new String[] {"x", "X-Again: and again\r\n", " folded\r\n"}) {
            try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                answerForEver(socket, endless.repeat(1_000));
                var url = URI.create("http://localhost:" + socket.getLocalPort() + "/");
                long start = System.nanoTime();

                assertThatThrownBy(() ->
                                client.call(new OutgoingClient.Call("POST", url, Map.of(), "{}".getBytes(), 1_000)))
                        .as(endless)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("exceeded");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
            }
        }
    }

    private static void answerForEver(ServerSocket socket, String endless) {
        var thread = new Thread(() -> {
            try (var caller = socket.accept()) {
                var out = caller.getOutputStream();
                out.write("HTTP/1.1 200 OK\r\nX-First: 1\r\n".getBytes());
                while (true) {
                    out.write(endless.getBytes());
                }
            } catch (IOException cutOff) {
                // That is what is wanted.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static OutgoingClient clientThatWaits(Duration total) {
        return OutgoingClient.of(new OutgoingRules(true, Set.of(443), Duration.ofSeconds(10), total));
    }

    private OutgoingClient.Answer call(String path) throws IOException {
        return call(client, path);
    }

    private OutgoingClient.Answer call(OutgoingClient who, String path) throws IOException {
        var url = URI.create("http://localhost:" + server.getAddress().getPort() + path);
        return who.call(new OutgoingClient.Call("POST", url, Map.of(), "{}".getBytes(), 1_000));
    }
}
