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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A customer's server that answers what people write: with what it is told, and with a look at the signature. */
final class Answering implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A question that came. */
    record Question(String id, JsonNode event, boolean isVerified) {}

    private final HttpServer server;
    private final String secret;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String body = "";
    private volatile boolean hangs;

    Answering(String secret) {
        this.secret = secret;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "answering");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/answer";
    }

    /** Answers like this from now on. */
    Answering saying(int withStatus, String withBody) {
        status = withStatus;
        body = withBody;
        hangs = false;
        return this;
    }

    /** Answers nothing any more. */
    Answering hanging() {
        hangs = true;
        return this;
    }

    List<Question> questions() {
        return List.copyOf(questions);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var id = exchange.getRequestHeaders().getFirst("webhook-id");
        questions.add(new Question(id, MAPPER.readTree(asked), verifies(asked, exchange.getRequestHeaders())));
        if (hangs) {
            hang();
            exchange.close();
            return;
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        } catch (IOException cutOff) {
            // That is what is tried.
        }
    }

    private boolean verifies(String asked, Map<String, List<String>> headers) {
        try {
            new Webhook(secret).verify(asked, HttpHeaders.of(headers, (name, value) -> true));
            return true;
        } catch (Exception wrong) {
            return false;
        }
    }

    private void hang() {
        try {
            over.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}
