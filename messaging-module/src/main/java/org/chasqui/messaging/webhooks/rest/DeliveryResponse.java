package org.chasqui.messaging.webhooks.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.webhooks.DeliveryView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery as the API prints it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Delivery", description = "An event on its way to an endpoint.")
public record DeliveryResponse(
        @Schema(description = "Our id; the header X-Delivery-Id.")
        UUID id,

        @Schema(description = "The event; the header webhook-id, the same in every delivery of it.")
        UUID eventId,

        @Schema(description = "Type of the event.", example = "message.delivered")
        String type,

        @Schema(description = "pending, delivered or dead", example = "delivered")
        String status,

        @Schema(description = "Whether somebody asked for it again.")
        boolean replay,

        @Schema(description = "When it was due first.") Instant createdAt,

        @Schema(description = "When it is tried next.") @Nullable
        Instant nextAttemptAt,

        @Schema(description = "When it arrived or was given up.") @Nullable
        Instant endedAt,

        @Schema(description = "The calls that were made, in their order.")
        List<Call> attempts) {

    /** One call. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeliveryAttempt", description = "One call to the endpoint.")
    public record Call(
            @Schema(description = "1 for the first.") int number,
            @Schema(description = "When it began.") Instant at,

            @Schema(description = "How long it took, in milliseconds.")
            long durationMs,

            @Schema(description = "HTTP status of the answer.") @Nullable
            Integer httpStatus,

            @Schema(description = "Why there was no answer.") @Nullable
            String error,

            @Schema(
                    description = "The headers that were sent; values of your own are masked.",
                    implementation = Object.class)
            @JsonRawValue
            String requestHeaders,

            @Schema(description = "The first characters of the answer.") @Nullable
            String answer) {}

    static DeliveryResponse of(DeliveryView view) {
        return new DeliveryResponse(
                view.id(),
                view.eventId(),
                view.eventType(),
                view.status(),
                view.isReplay(),
                view.createdAt(),
                view.nextAttemptAt(),
                view.endedAt(),
                view.attempts().stream()
                        .map(attempt -> new Call(
                                attempt.number(),
                                attempt.at(),
                                attempt.durationMillis(),
                                attempt.httpStatus(),
                                attempt.error(),
                                attempt.headers(),
                                attempt.answer()))
                        .toList());
    }
}
