package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.StreamSupport;
import org.chasqui.sandbox.meta.Signature;

/** A callback that keeps what it got and checks signatures. */
final class CallbackServer implements AutoCloseable {

    final List<String> bodies = new CopyOnWriteArrayList<>();
    final List<String> badSignatures = new CopyOnWriteArrayList<>();
    volatile IntSupplier answer = () -> 200;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newFixedThreadPool(4);

    CallbackServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.setExecutor(executor);
        server.createContext("/hook", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    /** All statuses that were acknowledged, as {@code status} fields in the order of arrival. */
    List<JsonNode> statuses() {
        return bodies.stream()
                .map(body -> Json.read(body.getBytes()))
                .flatMap(json -> json.findValues("statuses").stream())
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .toList();
    }

    List<String> statusNames() {
        return statuses().stream().map(status -> status.path("status").asText()).toList();
    }

    /** Waits until a condition holds. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("the condition did not come true within 15 s");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = answer.getAsInt();
        String given = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
        if (!new Signature("app-secret").of(body).equals(given)) {
            badSignatures.add(given);
        }
        if (status == 200) {
            bodies.add(new String(body));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
