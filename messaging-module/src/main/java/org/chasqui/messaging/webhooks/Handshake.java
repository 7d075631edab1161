package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.outgoing.OutgoingClient;
import org.chasqui.platform.outgoing.UrlRefused;

/**
 * Asks an address whether it wants webhooks, as Meta does when somebody sets one: a handler that was written for Meta answers
 * the challenge when it knows the token.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests">Meta,
 *     verification requests</a>
 */
@ApplicationScoped
public class Handshake {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int READ_LIMIT = 1024;
    private static final int OK = 200;
    private static final int LEAST_CHALLENGE = 1_000_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    OutgoingClient client;

    /**
     * Goes on when the address answers the challenge. Calls it: not for use in a transaction.
     *
     * @param verifyToken what the handler compares with its own; sent and not kept
     * @throws RequestFailed VALIDATION_FAILED of the field {@code url}, or {@code verify_token} for the inspector
     */
    public void demand(String url, String verifyToken) {
        if (url.equals(Inspector.URL)) {
            throw RequestFailed.invalid("verify_token", "is for handlers of Meta's webhooks; the inspector is none.");
        }
        var challenge = Integer.toString(LEAST_CHALLENGE + RANDOM.nextInt(LEAST_CHALLENGE));
        try {
            var address = client.check(url).toString();
            var asked = new OutgoingClient.Call(
                    "GET", URI.create(question(address, challenge, verifyToken)), Map.of(), new byte[0], READ_LIMIT);
            var answer = client.call(asked, PATIENCE);
            var said = new String(answer.body(), StandardCharsets.UTF_8).strip();
            if (answer.status() != OK) {
                throw refused("it answered " + answer.status());
            }
            if (!said.equals(challenge)) {
                throw refused("it answered 200, but not with the challenge alone");
            }
        } catch (UrlRefused notCalled) {
            throw RequestFailed.invalid("url", String.valueOf(notCalled.getMessage()));
        } catch (IOException silent) {
            throw refused("there was no answer");
        }
    }

    /** An address of ours has no fragment. */
    static String question(String address, String challenge, String verifyToken) {
        return address + (address.contains("?") ? "&" : "?") + "hub.mode=subscribe&hub.challenge=" + challenge
                + "&hub.verify_token=" + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8);
    }

    private static RequestFailed refused(String what) {
        return RequestFailed.invalid(
                "url",
                "did not verify: a GET with hub.mode, hub.verify_token and hub.challenge must be answered with 200 and the"
                        + " challenge, and " + what + ".");
    }
}
