package org.chasqui.messaging.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.events.Events;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Finds deliveries for people who look into them: by what they told of, when, and of which message. */
@ApplicationScoped
public class DeliverySearch {
    private static final Logger LOG = System.getLogger(DeliverySearch.class.getName());

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

    @Inject
    EndpointStore endpoints;

    @Inject
    Bodies bodies;

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
     * @param body JSON in the language of the endpoint, as an attempt would post it now; empty unless it is worded
     */
    public record Detail(DeliveryView delivery, Sight sight, String body) {}

    /** What there is to see of what a delivery posts. */
    public enum Sight {
        /** A body. */
        WORDED,
        /** Nothing is posted: the language of the endpoint has no words for the event, or the endpoint does not want it. */
        UNSAID,
        /** The event is no longer kept. */
        GONE,
        /** It cannot be worded now, which is a failed attempt. */
        BROKEN
    }

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

    /** One delivery of an endpoint with all its calls and its body. Not in a transaction: a format may fail. */
    public Optional<Detail> find(UUID workspaceId, UUID webhookId, UUID deliveryId) {
        var endpoint = endpoints.find(workspaceId, webhookId);
        return endpoint.flatMap(known -> deliveries.read(ONE, workspaceId, webhookId, deliveryId).stream()
                .findFirst()
                .map(delivery -> detail(known, delivery)));
    }

    private Detail detail(Endpoint endpoint, DeliveryView delivery) {
        var event = events.byIds(List.of(delivery.eventId())).get(delivery.eventId());
        if (event == null) {
            return new Detail(delivery, Sight.GONE, "");
        }
        try {
            return bodies.of(endpoint, event)
                    .map(body -> new Detail(delivery, Sight.WORDED, new String(body, StandardCharsets.UTF_8)))
                    .orElseGet(() -> new Detail(delivery, Sight.UNSAID, ""));
        } catch (JsonProcessingException | RuntimeException failed) {
            LOG.log(Level.DEBUG, "an event could not be worded to be looked at", failed);
            return new Detail(delivery, Sight.BROKEN, "");
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
