package org.chasqui.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The server of a customer: takes events, verifies their signatures with the library of Standard Webhooks, which is not
 * ours, and behaves as it is told.
 */
final class Receiver implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int GIANT = 4 * 1024 * 1024;
    private static final long HANGING_MILLIS = 60_000;
    private static final long LATE_MILLIS = 150;

    /** What it does with a call. */
    enum Behaviour {
        TAKE,
        TAKE_WITH_200,
        TAKE_LATE_WITH_200,
        TAKE_WITH_GIANT_ANSWER,
        REFUSE_500,
        THROTTLE,
        REDIRECT,
        HANG,
        CLOSE,
        GONE
    }

    /**
     * A call that came.
     *
     * @param behaviour what was done with it
     * @param isVerified whether the signature fitted
     */
    record Call(
            String id,
            JsonNode event,
            Behaviour behaviour,
            boolean isVerified,
            Map<String, List<String>> headers,
            long nanos) {
        String type() {
            return event.get("type").asText();
        }

        /** Which attempt it says that it is, 1 for the first. */
        int attempt() {
            return Integer.parseInt(headers.get("X-delivery-attempt").get(0));
        }

        String messageId() {
            return event.at("/data/id").asText();
        }

        boolean isTaken() {
            return behaviour == Behaviour.TAKE
                    || behaviour == Behaviour.TAKE_WITH_200
                    || behaviour == Behaviour.TAKE_LATE_WITH_200
                    || behaviour == Behaviour.TAKE_WITH_GIANT_ANSWER;
        }
    }

    private final HttpServer server;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, List<Call>> byId = new ConcurrentHashMap<>();
    private volatile String secret = "";
    private volatile Function<List<Call>, Behaviour> plan = earlier -> Behaviour.TAKE;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 200);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Verifies with this secret from now on. */
    Receiver verifyingWith(String webhookSecret) {
        secret = webhookSecret;
        return this;
    }

    /** Behaves like this: by what was done with the same event before. */
    Receiver behaving(Function<List<Call>, Behaviour> how) {
        plan = how;
        return this;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Ids of the events that were taken. */
    Set<String> takenIds() {
        var taken = new HashSet<String>();
        calls.stream().filter(Call::isTaken).forEach(call -> taken.add(call.id()));
        return taken;
    }

    /** Types of the events of a message that were taken, in the order of the first time. */
    List<String> takenTypes(String messageId) {
        return calls.stream()
                .filter(call -> call.isTaken() && call.messageId().equals(messageId))
                .map(Call::type)
                .distinct()
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = Map.copyOf(exchange.getRequestHeaders());
        var id = exchange.getRequestHeaders().getFirst("webhook-id");
        var earlier = byId.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>());
        var behaviour = plan.apply(new ArrayList<>(earlier));
        var call = new Call(id, MAPPER.readTree(body), behaviour, verifies(body, headers), headers, System.nanoTime());
        earlier.add(call);
        calls.add(call);
        behave(exchange, behaviour);
    }

    private boolean verifies(String body, Map<String, List<String>> headers) {
        try {
            new Webhook(secret).verify(body, HttpHeaders.of(headers, (name, value) -> true));
            return true;
        } catch (Exception wrong) {
            return false;
        }
    }

    private void behave(HttpExchange exchange, Behaviour behaviour) throws IOException {
        switch (behaviour) {
            case TAKE -> status(exchange, 204);
            case TAKE_WITH_200 -> status(exchange, 200);
            case TAKE_LATE_WITH_200 -> {
                linger(LATE_MILLIS);
                status(exchange, 200);
            }
            case REFUSE_500 -> status(exchange, 500);
            case GONE -> status(exchange, 410);
            case THROTTLE -> {
                exchange.getResponseHeaders().add("Retry-After", "2");
                status(exchange, 429);
            }
            case REDIRECT -> {
                exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
                status(exchange, 301);
            }
            case CLOSE -> exchange.close();
            case HANG -> hang(exchange);
            case TAKE_WITH_GIANT_ANSWER -> {
                exchange.sendResponseHeaders(200, 0);
                try (var out = exchange.getResponseBody()) {
                    out.write(new byte[GIANT]);
                } catch (IOException cutOff) {
                    exchange.close();
                }
            }
        }
    }

    private void hang(HttpExchange exchange) {
        linger(HANGING_MILLIS);
        exchange.close();
    }

    /** As long as that, or until this is closed. */
    private void linger(long millis) {
        try {
            over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void status(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}
