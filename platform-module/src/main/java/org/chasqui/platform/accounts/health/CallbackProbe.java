package org.chasqui.platform.accounts.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.chasqui.platform.accounts.health.Finding.Area;
import org.chasqui.platform.graph.GraphConfig;
import org.chasqui.platform.graph.WholeAnswer;
import org.chasqui.platform.ids.Ids;

/** Asks our own public address what Meta asks when it checks a callback. */
@ApplicationScoped
class CallbackProbe {
    private static final String CHECK = "challenge";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    GraphConfig config;

    @Inject
    Ids ids;

    Finding ask() {
        var challenge = Long.toUnsignedString(ids.next().getLeastSignificantBits() >>> 1);
        var token = URLEncoder.encode(config.verifyToken(), StandardCharsets.UTF_8);
        var address = URI.create(
                config.callback() + "?hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token=" + token);
        try {
            var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            var answer = WholeAnswer.of(
                    client,
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200 && answer.body().equals(challenge)) {
                return Finding.good(Area.WEBHOOKS, CHECK, "Meta’s question is answered at " + config.callback());
            }
            return Finding.wrong(
                    Area.WEBHOOKS,
                    CHECK,
                    config.callback() + " answers " + answer.statusCode() + " to Meta’s question",
                    "Check chasqui.public-url and the proxy in front: it must lead to this gateway.");
        } catch (IOException unreachable) {
            // Behind some routers a machine cannot reach its own public address, and Meta still can.
            return Finding.warning(
                    Area.WEBHOOKS,
                    CHECK,
                    config.callback() + " cannot be reached from here",
                    "If Meta’s webhooks arrive all the same, ignore it; else check chasqui.public-url and the proxy.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Finding.unknown(Area.WEBHOOKS, CHECK, "not asked", "Check again.");
        }
    }
}
