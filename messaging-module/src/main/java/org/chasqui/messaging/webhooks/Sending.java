package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import org.chasqui.platform.outgoing.OutgoingClient;
import org.chasqui.platform.outgoing.Signer;
import org.chasqui.platform.outgoing.UrlRefused;

/** Posts one event to one endpoint: signs, calls, and says what came of it. */
@ApplicationScoped
class Sending {
    private static final int READ_LIMIT = 16 * 1024;
    private static final int KEPT_CHARACTERS = 2_000;
    private static final String MASK = "***";

    @Inject
    OutgoingClient client;

    @Inject
    Vault vault;

    @Inject
    Inspector inspector;

    @Inject
    Bodies bodies;

    @Inject
    Clock clock;

    Settlement post(Endpoint endpoint, Claim claim) {
        var at = clock.instant();
        long start = System.nanoTime();
        Map<String, String> shown = Map.of();
        try {
            var worded = bodies.of(endpoint, claim.event());
            if (worded.isEmpty()) {
                return unsaid(claim, at, start);
            }
            var body = worded.get();
            var headers = ours(endpoint, claim, at, body);
            var theirs = vault.headers(endpoint);
            shown = masked(headers, theirs);
            var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            all.putAll(theirs);
            all.putAll(headers);
            if (endpoint.isInspector()) {
                inspector.keep(endpoint.workspaceId(), shown, new String(body, StandardCharsets.UTF_8));
                var kept = new Outcome(Outcome.Kind.ARRIVED, null);
                return settled(claim, kept, at, start, shown, 200, "kept by the inspector");
            }
            var answer = client.call(new OutgoingClient.Call("POST", URI.create(endpoint.url()), all, body, READ_LIMIT)
                    .within(endpoint.wording().timeout()));
            var retryAfter = answer.headers().get("retry-after");
            var outcome = isContentWithOkOnly(endpoint)
                    ? Outcome.ofOkOnly(answer.status(), retryAfter, clock.instant())
                    : Outcome.of(answer.status(), retryAfter, clock.instant());
            return settled(claim, outcome, at, start, shown, answer.status(), text(answer.body()));
        } catch (UrlRefused refused) {
            return failed(claim, at, start, shown, "not called: the address " + refused.getMessage());
        } catch (IOException | RuntimeException failed) {
            return failed(claim, at, start, shown, reason(failed));
        }
    }

    private Map<String, String> ours(Endpoint endpoint, Claim claim, Instant at, byte[] body) {
        var id = claim.event().id().toString();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        var secrets = vault.secrets(endpoint, at);
        headers.put("webhook-signature", Signer.signature(secrets, id, at, body));
        bodies.format(endpoint).ifPresent(format -> headers.putAll(format.headers(secrets.get(0), body)));
        headers.put("X-Delivery-Id", claim.deliveryId().toString());
        headers.put("X-Delivery-Attempt", Integer.toString(claim.attempt()));
        if (claim.isReplay()) {
            headers.put("X-Delivery-Replay", "true");
        }
        return headers;
    }

    private static Map<String, String> masked(Map<String, String> ours, Map<String, String> theirs) {
        var shown = new LinkedHashMap<>(ours);
        theirs.keySet().forEach(name -> shown.put(name, MASK));
        return shown;
    }

    private boolean isContentWithOkOnly(Endpoint endpoint) {
        return bodies.format(endpoint)
                .filter(WebhookFormat::isContentWithOkOnly)
                .isPresent();
    }

    private static Settlement unsaid(Claim claim, Instant at, long start) {
        return new Settlement(
                claim,
                Outcome.unsaid(),
                millis(at),
                since(start),
                null,
                null,
                Map.of(),
                "not posted: not among what it wants");
    }

    private static Settlement settled(
            Claim claim,
            Outcome outcome,
            Instant at,
            long start,
            Map<String, String> headers,
            int status,
            String answer) {
        return new Settlement(claim, outcome, millis(at), since(start), status, null, headers, answer);
    }

    private static Settlement failed(Claim claim, Instant at, long start, Map<String, String> headers, String why) {
        return new Settlement(claim, Outcome.noAnswer(), millis(at), since(start), null, why, headers, null);
    }

    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static String reason(Exception failed) {
        if (failed instanceof UnknownHostException) {
            return "no such host";
        }
        if (failed instanceof ConnectException) {
            return "no connection: " + failed.getMessage();
        }
        if (failed instanceof SSLException) {
            return "TLS: " + failed.getMessage();
        }
        var message = failed.getMessage();
        return message == null ? failed.getClass().getSimpleName() : message;
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String text(byte[] answer) {
        var text = new String(answer, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        return text.length() > KEPT_CHARACTERS ? text.substring(0, KEPT_CHARACTERS) : text;
    }
}
