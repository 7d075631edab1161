package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.events.EventPattern;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.outgoing.OutgoingClient;
import org.chasqui.platform.outgoing.UrlRefused;
import org.jspecify.annotations.Nullable;

/** Checks what somebody wants of an endpoint, and makes it its settings. */
@ApplicationScoped
class EndpointSettings {
    private static final int LONGEST_DESCRIPTION = 500;

    @Inject
    Vault vault;

    @Inject
    OutgoingClient client;

    @Inject
    Inspector inspector;

    /**
     * The settings of an endpoint with what the wish names.
     *
     * @throws RequestFailed VALIDATION_FAILED with the field that is wrong
     */
    Endpoint with(Endpoint old, WebhookWish wish, Instant now) {
        boolean isInspector =
                wish.url() == null ? old.isInspector() : wish.url().equals(Inspector.URL);
        var headers = wish.headers();
        return new Endpoint(
                old.id(),
                old.workspaceId(),
                wish.url() == null ? old.url() : address(old.workspaceId(), wish.url()),
                isInspector,
                wish.events() == null ? old.events() : events(wish.events()),
                wish.numberIds() == null ? old.numberIds() : numbers(wish.numberIds()),
                headers == null ? old.sealedHeaders() : vault.sealHeaders(old.id(), OwnHeaders.check(headers)),
                wish.ordered() == null ? old.ordered() : wish.ordered(),
                wish.description() == null ? old.description() : description(wish.description()),
                wish.wording() == null ? old.wording() : wish.wording(),
                old.sealedSecret(),
                old.sealedPrevious(),
                old.previousUntil(),
                old.status(),
                old.statusReason(),
                old.createdAt(),
                now);
    }

    private String address(UUID workspaceId, String url) {
        if (url.equals(Inspector.URL)) {
            return inspector.address(workspaceId);
        }
        try {
            return client.check(url).toString();
        } catch (UrlRefused refused) {
            throw RequestFailed.invalid("url", String.valueOf(refused.getMessage()));
        }
    }

    private static List<String> events(List<String> patterns) {
        if (patterns.isEmpty()) {
            throw RequestFailed.invalid("events", "must name one at least: for example [\"message.*\"].");
        }
        return EventPattern.check("events", patterns);
    }

    private static @Nullable List<UUID> numbers(List<UUID> ids) {
        return ids.isEmpty() ? null : ids;
    }

    private static String description(String text) {
        if (text.length() > LONGEST_DESCRIPTION) {
            throw RequestFailed.invalid("description", "must have " + LONGEST_DESCRIPTION + " characters at most.");
        }
        return text.replace('\0', ' ');
    }
}
