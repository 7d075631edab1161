package org.chasqui.messaging.webhooks;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.events.EventView;

/** Words events for endpoints that speak the language of another gateway: a port, with one bean for each language. */
public interface WebhookFormat {
    /** Name of the language, as {@link Wording} has it. */
    String name();

    /**
     * The body to post: JSON.
     *
     * <p>Called on a background thread, without a transaction, and again for each attempt. An exception counts as a failed
     * attempt.
     *
     * @return empty when this endpoint does not want to hear of the event, which then counts as told
     */
    Optional<byte[]> body(UUID webhookId, EventView event);

    /**
     * The body of the event {@code webhook.test}, which somebody has asked for to see that the address works.
     *
     * @return empty to have {@link #body} word it, or, where that has no words for it either, to send it in our own
     */
    default Optional<byte[]> testBody() {
        return Optional.empty();
    }

    /**
     * Headers to post beside ours, for example a signature that receivers of this language look for.
     *
     * @param secret the endpoint's present one, {@code whsec_…}
     * @param body what is posted
     */
    default Map<String, String> headers(String secret, byte[] body) {
        return Map.of();
    }

    /**
     * Whether anybody who makes an endpoint may choose this language; the others come with the calls of their own clients,
     * which have settings of their own.
     */
    default boolean isOffered() {
        return false;
    }

    /**
     * Whether an answer with the status 200 alone says that the event has arrived, and any other one has it told again; else
     * every 2xx does, and 410 says that nobody wants to be told any more.
     */
    default boolean isContentWithOkOnly() {
        return false;
    }

    /** When an endpoint of this language is left alone that fails; empty for as all others. */
    default Optional<Breaker> breaker() {
        return Optional.empty();
    }
}
