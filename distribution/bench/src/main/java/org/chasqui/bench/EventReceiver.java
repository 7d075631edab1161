package org.chasqui.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/** The server of a customer that takes every event at once and remembers which. */
final class EventReceiver implements AutoCloseable {
    private static final long LONGEST_MICROS = 600_000_000;
    private static final int THREADS = 16;

    private final HttpServer server;
    private final ExecutorService crowd = Executors.newFixedThreadPool(THREADS);
    private final Set<String> events = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> typesOfMessages = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private final Histogram delay = new AtomicHistogram(LONGEST_MICROS, 3);

    EventReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        } catch (IOException noPort) {
            throw new BenchFailed("No port for the receiver of events: " + noPort.getMessage(), noPort);
        }
        server.setExecutor(crowd);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var event = Json.read(exchange.getRequestBody().readAllBytes());
            var created = Instant.parse(event.get("created_at").asText());
            long micros = (System.currentTimeMillis() - created.toEpochMilli()) * 1_000;
            delay.recordValue(Math.min(LONGEST_MICROS, Math.max(0, micros)));
            calls.incrementAndGet();
            if (events.add(event.get("id").asText())) {
                typesOfMessages
                        .computeIfAbsent(event.at("/data/id").asText(), unused -> ConcurrentHashMap.newKeySet())
                        .add(event.get("type").asText());
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** Events that came, each counted once. */
    long events() {
        return events.size();
    }

    /** Events that came again. */
    long repeated() {
        return calls.get() - events.size();
    }

    /** From the creation of an event until it came, microseconds; the clock of both is the machine's. */
    Histogram delay() {
        return delay;
    }

    /** How many of these messages lack one of the events. */
    long missing(Collection<String> messages, String... types) {
        var wanted = Set.of(types);
        return messages.stream()
                .filter(message ->
                        !typesOfMessages.getOrDefault(message, Set.of()).containsAll(wanted))
                .count();
    }

    /** Messages of people that it was told of. */
    long received() {
        return typesOfMessages.values().stream()
                .filter(types -> types.contains("message.received"))
                .count();
    }

    @Override
    public void close() {
        server.stop(0);
        crowd.shutdownNow();
    }
}
