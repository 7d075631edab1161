package org.chasqui.messaging.webhooks.rest;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /webhooks} and {@code PUT /webhooks/{id}}. */
@Schema(name = "WebhookWish", description = "An endpoint as it shall be. In a change, what is left out stays.")
public record WebhookRequest(
        @Schema(
                description = "The address to post to; `inspector` for the built-in one that shows what arrives.",
                example = "https://example.com/hooks/whatsapp")
        @Nullable
        String url,

        @Schema(
                description = "Which events: types such as message.received, families such as message.*, or * for all.",
                example = "[\"message.*\"]")
        @Nullable
        List<String> events,

        @Schema(description = "Only events of these numbers, by our ids or Meta's; an empty list means all.") @Nullable
        List<String> phoneNumberIds,

        @Schema(
                description = "Headers to send along, for example a token of yours. Stored encrypted, never shown.",
                implementation = Object.class)
        @Nullable
        Map<String, String> headers,

        @Schema(
                description = "Whether the events of a conversation arrive one after the other, each after the one"
                        + " before has arrived or was given up.",
                defaultValue = "false")
        @Nullable
        Boolean ordered,

        @Schema(description = "What it is for.", example = "Shop") @Nullable
        String description,

        @Schema(
                description =
                        "The words that events are told in: `chasqui` for those of this API, `meta` for Meta's own"
                                + " webhooks, envelope and signature and all.",
                defaultValue = "chasqui",
                example = "meta")
        @Nullable
        String format,

        @Schema(
                description =
                        "For handlers of Meta's webhooks: asks the address first, as Meta does (hub.challenge), with"
                                + " this token. An address that does not answer the challenge is refused. Not stored.")
        @Nullable
        String verifyToken) {
    /** Without headers and token. */
    @Override
    public String toString() {
        return "WebhookRequest[url=" + url + "]";
    }
}
