package org.chasqui.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A handler of webhooks as Meta's guide tells to write one: answers the challenge to who knows its token, and takes what
 * {@code X-Hub-Signature-256} proves to come from who knows the secret of the app.
 */
final class MetaHandler implements AutoCloseable {
    private static final String ALGORITHM = "HmacSHA256";

    private final HttpServer server;
    private final String verifyToken;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile String appSecret = "";

    MetaHandler(String verifyToken) {
        this.verifyToken = verifyToken;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 200);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "meta-handler");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/webhook", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhook";
    }

    void trust(String secret) {
        appSecret = secret;
    }

    /** What came with a signature that fits, as it came. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                verify(exchange);
            } else {
                take(exchange);
            }
        }
    }

    private void verify(HttpExchange exchange) throws IOException {
        Map<String, String> query = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        if (!verifyToken.equals(query.get("hub.verify_token"))) {
            exchange.sendResponseHeaders(403, -1);
            return;
        }
        var challenge = query.get("hub.challenge").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, challenge.length);
        exchange.getResponseBody().write(challenge);
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var given = String.valueOf(exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"));
        boolean isFitting = MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), signature(body).getBytes(StandardCharsets.UTF_8));
        if (isFitting) {
            bodies.add(new String(body, StandardCharsets.UTF_8));
        }
        exchange.sendResponseHeaders(isFitting ? 200 : 401, -1);
    }

    private String signature(byte[] body) {
        var secret = appSecret;
        if (secret.isEmpty()) {
            return "not known yet";
        }
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
