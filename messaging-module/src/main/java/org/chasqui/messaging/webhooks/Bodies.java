package org.chasqui.messaging.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.chasqui.messaging.events.EventView;
import org.chasqui.platform.rest.Json;

/**
 * What endpoints are posted of events, each in its language. Whoever delivers and whoever looks at a delivery ask here, so that
 * what is shown is what is posted.
 */
@ApplicationScoped
class Bodies {
    @Inject
    Formats formats;

    /**
     * The event in the language of the endpoint; empty when that has no words for it, so that nothing is posted.
     *
     * <p>To be called without a transaction. Any exception is that of a format, and counts as a failed attempt.
     */
    Optional<byte[]> of(Endpoint endpoint, EventView event) throws JsonProcessingException {
        if (endpoint.wording().isOwn()) {
            return Optional.of(own(event));
        }
        var format = format(endpoint)
                .orElseThrow(() -> new IllegalStateException(
                        "this node knows no format " + endpoint.wording().format()));
        if (!event.type().equals("webhook.test")) {
            return format.body(endpoint.id(), event);
        }
        // A test is told to everybody who has asked for it: in our own words where the format has none for it.
        var test = format.testBody().or(() -> format.body(endpoint.id(), event));
        return test.isPresent() ? test : Optional.of(own(event));
    }

    /** The language of an endpoint; empty for our own. */
    Optional<WebhookFormat> format(Endpoint endpoint) {
        var name = endpoint.wording().format();
        return formats.all().filter(one -> one.name().equals(name)).findFirst();
    }

    private static byte[] own(EventView event) throws JsonProcessingException {
        return Json.mapper().writeValueAsBytes(event);
    }
}
