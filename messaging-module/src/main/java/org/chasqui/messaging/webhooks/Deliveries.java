package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was and will be posted to endpoints. */
@ApplicationScoped
public class Deliveries {
    private static final String LIST = """
            select d.*, q.next_at from msg_delivery d left join msg_delivery_due q on q.delivery_id = d.id
            where d.webhook_id = ? and (?::smallint is null or d.status = ?::smallint)
                and (?::uuid is null or d.event_id = ?::uuid) and (?::uuid is null or d.id < ?::uuid)
            order by d.id desc limit ?
            """;

    private static final String ONE = """
            select d.*, q.next_at from msg_delivery d left join msg_delivery_due q on q.delivery_id = d.id
            where d.webhook_id = ? and d.id = ?
            """;

    @Inject
    DeliveryRows rows;

    @Inject
    EndpointStore endpoints;

    /**
     * Which deliveries are asked for.
     *
     * @param status pending, delivered or dead; null for all
     * @param before id of the last one of the page before; null for the first page
     */
    public record Query(
            @Nullable String status,
            @Nullable UUID eventId,
            @Nullable UUID before,
            int limit) {}

    /** Deliveries of an endpoint, the newest first, with their calls. */
    @Transactional
    public List<DeliveryView> list(UUID workspaceId, UUID webhookId, Query query) {
        endpoints.demand(workspaceId, webhookId);
        var status = query.status() == null
                ? null
                : DeliveryLog.State.of(query.status()).code();
        return rows.read(
                LIST,
                webhookId,
                status,
                status,
                query.eventId(),
                query.eventId(),
                query.before(),
                query.before(),
                query.limit());
    }

    /** One delivery of an endpoint with its calls. */
    @Transactional
    public Optional<DeliveryView> find(UUID workspaceId, UUID webhookId, UUID deliveryId) {
        endpoints.demand(workspaceId, webhookId);
        return rows.read(ONE, webhookId, deliveryId).stream().findFirst();
    }
}
