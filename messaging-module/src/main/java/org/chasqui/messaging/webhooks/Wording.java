package org.chasqui.messaging.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint is told of events.
 *
 * @param format name of a {@link WebhookFormat}, or that of our own
 * @param timeout how long its answer is waited for; null for as long as that of all others, which is also the most
 */
public record Wording(String format, @Nullable Duration timeout) {
    /** Events as the API prints them. */
    public static final Wording OWN = new Wording("chasqui", null);

    /** Whether events go out as the API prints them. */
    boolean isOwn() {
        return format.equals(OWN.format());
    }
}
