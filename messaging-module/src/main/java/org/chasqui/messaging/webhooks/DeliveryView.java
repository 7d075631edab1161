package org.chasqui.messaging.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to an endpoint.
 *
 * @param status pending, delivered or dead
 * @param isReplay whether somebody asked for it again
 * @param nextAttemptAt when it is tried next; null when it has ended
 * @param endedAt when it arrived or was given up; null while it is pending
 * @param attempts the calls that have ended
 */
public record DeliveryView(
        UUID id,
        UUID eventId,
        String eventType,
        String status,
        boolean isReplay,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        List<Attempt> attempts) {
    /** The same with its calls. */
    DeliveryView with(List<Attempt> calls) {
        return new DeliveryView(
                id, eventId, eventType, status, isReplay, createdAt, nextAttemptAt, endedAt, List.copyOf(calls));
    }

    /**
     * A call.
     *
     * @param httpStatus null when there was no answer
     * @param error why there was no answer; null when there was one, or when there was no call
     * @param headers what was sent: JSON, the customer's own values masked
     * @param answer the first characters of the answer
     */
    public record Attempt(
            int number,
            Instant at,
            long durationMillis,
            @Nullable Integer httpStatus,
            @Nullable String error,
            String headers,
            @Nullable String answer) {
        /** Whether nothing was posted, because the language of the endpoint has no words for the event. */
        public boolean isUnsaid() {
            return httpStatus == null && error == null;
        }
    }
}
