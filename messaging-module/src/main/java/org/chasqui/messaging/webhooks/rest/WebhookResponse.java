package org.chasqui.messaging.webhooks.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.chasqui.messaging.webhooks.NewSecret;
import org.chasqui.messaging.webhooks.WebhookView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An endpoint as the API prints it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook", description = "An address that events are posted to.")
public record WebhookResponse(
        @Schema(description = "Our id.") UUID id,
        @Schema(description = "The address.") String url,

        @Schema(
                description = "The secret to verify signatures with; only in the answer that makes it.",
                example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @Nullable
        String secret,

        @Schema(description = "Which events it gets.") List<String> events,

        @Schema(description = "Meta's ids of the only numbers that it hears of; absent when it hears of all.") @Nullable
        List<String> phoneNumberIds,

        @Schema(description = "Names of the headers that are sent along.")
        List<String> headers,

        @Schema(description = "Whether the events of a conversation arrive in their order.")
        boolean ordered,

        @Schema(description = "What it is for.") @Nullable String description,

        @Schema(
                description =
                        "The words that events are told in: chasqui, meta, or those of the dialect whose client has"
                                + " made it.",
                example = "chasqui")
        String format,

        @Schema(description = "active, paused or disabled", example = "active")
        String status,

        @Schema(description = "Why it is not active: `failing` and `gone` are our doing.") @Nullable
        String statusReason,

        @Schema(description = "Until when the previous secret signs along.") @Nullable
        Instant previousSecretUntil,

        @Schema(description = "After many failures nothing is sent until this time.") @Nullable
        Instant restingUntil,

        @Schema(description = "The first failure since the last success.") @Nullable
        Instant failingSince,

        @Schema(description = "When an event last arrived.") @Nullable
        Instant lastSuccessAt,

        @Schema(description = "When it was made.") Instant createdAt,
        @Schema(description = "When it was last changed.") Instant updatedAt) {
    static WebhookResponse of(WebhookView view, Function<UUID, String> metaId) {
        return of(view, null, metaId);
    }

    static WebhookResponse of(NewSecret made, Function<UUID, String> metaId) {
        return of(made.webhook(), made.secret(), metaId);
    }

    private static WebhookResponse of(WebhookView view, @Nullable String secret, Function<UUID, String> metaId) {
        var numbers = view.numberIds();
        return new WebhookResponse(
                view.id(),
                view.url(),
                secret,
                view.events(),
                numbers == null ? null : numbers.stream().map(metaId).toList(),
                view.headerNames().stream().sorted().toList(),
                view.ordered(),
                view.description(),
                view.format(),
                view.status().wireName(),
                view.statusReason(),
                view.previousSecretUntil(),
                view.restingUntil(),
                view.failingSince(),
                view.lastSuccessAt(),
                view.createdAt(),
                view.updatedAt());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "WebhookResponse[id=" + id + "]";
    }
}
