package org.chasqui.messaging.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An endpoint that wants everything, in any order and in our own words. */
final class SampleEndpoint {
    private List<String> events = List.of("*");
    private List<UUID> numbers;
    private boolean ordered;
    private WebhookStatus status = WebhookStatus.ACTIVE;

    /** @param ofNumbers null for all */
    SampleEndpoint wanting(List<String> types, List<UUID> ofNumbers) {
        events = types;
        numbers = ofNumbers;
        return this;
    }

    SampleEndpoint ordered(boolean isOrdered) {
        ordered = isOrdered;
        return this;
    }

    SampleEndpoint status(WebhookStatus wanted) {
        status = wanted;
        return this;
    }

    Endpoint of(UUID id, UUID workspace, Instant now) {
        return new Endpoint(
                id,
                workspace,
                "https://example.com/",
                false,
                events,
                numbers,
                null,
                ordered,
                null,
                Wording.OWN,
                "sealed",
                null,
                null,
                status,
                null,
                now,
                now);
    }
}
