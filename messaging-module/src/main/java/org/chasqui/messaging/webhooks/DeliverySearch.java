package org.chasqui.messaging.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.events.Events;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/** Finds deliveries for people who look into them: by what they told of, when, and of which message. */
@ApplicationScoped
public class DeliverySearch {
    private static final String LIST = """
            select d.*, q.next_at from msg_delivery d left join msg_delivery_due q on q.delivery_id = d.id
            where d.workspace_id = ? and d.webhook_id = ? and (?::smallint is null or d.status = ?::smallint)
                and (?::text is null or d.event_type = ?) and (?::timestamptz is null or d.created_at >= ?::timestamptz)
                and (?::timestamptz is null or d.created_at < ?::timestamptz) and (?::uuid is null or d.id < ?::uuid)
            order by d.id desc limit ?
            """;

    private static final String ONE = """
            select d.*, q.next_at from msg_delivery d left join msg_delivery_due q on q.delivery_id = d.id
            where d.workspace_id = ? and d.webhook_id = ? and d.id = ?
            """;

    private static final String OF_EVENTS = """
            select d.*, q.next_at, w.url from msg_delivery d join msg_webhook w on w.id = d.webhook_id
                left join msg_delivery_due q on q.delivery_id = d.id
            where d.workspace_id = ? and d.event_id = any(?)
            order by d.id limit ?
            """;

    @Inject
    Sql jdbc;

    @Inject
    DeliveryRows deliveries;

    @Inject
    Events events;

    /**
     * Which deliveries are looked for; what is null does not count.
     *
     * @param status pending, delivered or dead
     * @param type of the event
     * @param since when the delivery was begun, at the earliest
     * @param until when it was begun, this moment not included
     * @param before id of the last one of the page before
     */
    public record Search(
            @Nullable String status,
            @Nullable String type,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable UUID before,
            int limit) {}

    /**
     * A delivery with the body that it posts.
     *
     * @param body JSON, the same bytes at each attempt; empty when the event is no longer kept
     */
    public record Detail(DeliveryView delivery, String body) {}

    /** A delivery of an event about a message, and where it went. */
    public record Told(UUID webhookId, String url, DeliveryView delivery) {}

    /** Deliveries of an endpoint, the newest first, with their calls. */
    @Transactional
    public List<DeliveryView> list(UUID workspaceId, UUID webhookId, Search search) {
        var status = search.status() == null
                ? null
                : DeliveryLog.State.of(search.status()).code();
        return deliveries.read(
                LIST,
                workspaceId,
                webhookId,
                status,
                status,
                search.type(),
                search.type(),
                search.since(),
                search.since(),
                search.until(),
                search.until(),
                search.before(),
                search.before(),
                search.limit());
    }

    /** One delivery of an endpoint with all its calls and its body. */
    @Transactional
    public Optional<Detail> find(UUID workspaceId, UUID webhookId, UUID deliveryId) {
        return deliveries.read(ONE, workspaceId, webhookId, deliveryId).stream()
                .findFirst()
                .map(delivery -> new Detail(delivery, body(delivery.eventId())));
    }

    private String body(UUID eventId) {
        var event = events.byIds(List.of(eventId)).get(eventId);
        try {
            return event == null ? "" : Json.mapper().writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event that is no JSON", impossible);
        }
    }

    /** Who was told what became of a message, in the order of time. */
    @Transactional
    public List<Told> ofMessage(UUID workspaceId, UUID messageId, int limit) {
        var told = jdbc.run("reading the deliveries of a message", connection -> {
            try (var statement = connection.prepareStatement(OF_EVENTS)) {
                statement.setObject(1, workspaceId);
                statement.setArray(2, Columns.uuids(connection, Events.idsOf(messageId)));
                statement.setInt(3, limit);
                try (var rows = statement.executeQuery()) {
                    var found = new ArrayList<Told>();
                    while (rows.next()) {
                        found.add(new Told(
                                Columns.uuid(rows, "webhook_id"), rows.getString("url"), DeliveryRows.delivery(rows)));
                    }
                    return found;
                }
            }
        });
        var attempts = deliveries.attempts(
                told.stream().map(one -> one.delivery().id()).toList());
        return told.stream()
                .map(one -> new Told(
                        one.webhookId(),
                        one.url(),
                        one.delivery().with(attempts.getOrDefault(one.delivery().id(), List.of()))))
                .toList();
    }
}
