package org.chasqui.messaging.webhooks;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of an endpoint; what is null is left as it is, or takes its default.
 *
 * @param numberIds our ids; an empty list means all numbers
 * @param actor who wants it, for the audit trail
 */
public record WebhookWish(
        @Nullable String url,
        @Nullable List<String> events,
        @Nullable List<UUID> numberIds,
        @Nullable Map<String, String> headers,
        @Nullable Boolean ordered,
        @Nullable String description,
        @Nullable Wording wording,
        String actor) {
    /** A wish that says nothing about the wording. */
    public WebhookWish(
            @Nullable String url,
            @Nullable List<String> events,
            @Nullable List<UUID> numberIds,
            @Nullable Map<String, String> headers,
            @Nullable Boolean ordered,
            @Nullable String description,
            String actor) {
        this(url, events, numberIds, headers, ordered, description, null, actor);
    }

    /** The same wish without its address when that is the one that the endpoint has. */
    WebhookWish besides(String present) {
        return present.equals(url)
                ? new WebhookWish(null, events, numberIds, headers, ordered, description, wording, actor)
                : this;
    }
}
