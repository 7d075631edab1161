package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.events.EventPattern;
import org.chasqui.messaging.events.LoggedEvent;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** Posts again what was posted before, or should have been. */
@ApplicationScoped
public class Replays {
    private static final int MOST = 20_000;
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final String EVENT = "e.id, e.seq, e.workspace_id, e.type, e.number_id, e.conversation_id";
    private static final String OF_TYPES = "(?::text[] is null or e.type like any (?::text[]))";

    /** Events whose last delivery has the status; what has arrived or is on its way since is not dead any more. */
    private static final String BY_STATUS = """
            select * from (
                select %s from msg_delivery d join msg_event e on e.id = d.event_id
                where d.webhook_id = ? and d.status = ? and (?::uuid is null or d.id >= ?::uuid)
                    and not exists (select 1 from msg_delivery l
                        where l.event_id = d.event_id and l.webhook_id = d.webhook_id and l.id > d.id)
                    and (?::timestamptz is null or e.created_at >= ?::timestamptz)
                    and (?::timestamptz is null or e.created_at < ?::timestamptz) and %s
                limit ?) e
            order by e.seq
            """.formatted(EVENT, OF_TYPES);

    /** What {@link FanOut#wants} says, in SQL: the limit must count nothing that the endpoint does not want. */
    private static final String BY_TIME = """
            select %s from msg_event e where e.workspace_id = ? and e.created_at >= ? and e.created_at < ?
                and e.type <> 'webhook.test' and e.type like any (?::text[])
                and (?::uuid[] is null or e.number_id = any (?::uuid[])) and %s
            order by e.seq limit ?
            """.formatted(EVENT, OF_TYPES);

    private static final String BY_DELIVERY = """
            select %s from msg_event e join msg_delivery d on d.event_id = e.id where d.webhook_id = ? and d.id = ?
            """.formatted(EVENT);

    @Inject
    Sql jdbc;

    @Inject
    EndpointStore endpoints;

    @Inject
    FanOut fanOut;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Posts again.
     *
     * @return how many
     * @throws RequestFailed VALIDATION_FAILED when it is not clear what is meant, or when it is too much at once
     */
    @Transactional
    public int begin(UUID workspaceId, UUID webhookId, ReplayWish wish) {
        var endpoint = endpoints.demand(workspaceId, webhookId);
        if (endpoint.status() == WebhookStatus.DISABLED) {
            throw new RequestFailed(FailureCode.CONFLICT, "The endpoint is disabled: resume it before the replay.");
        }
        var wanted = events(endpoint, wish);
        if (wanted.size() > MOST) {
            throw RequestFailed.invalid("since", "leads to more than " + MOST + " deliveries: replay a shorter time.");
        }
        var again = wanted.stream()
                .map(event -> new NewDelivery(ids.next(), endpoint, event, true))
                .toList();
        fanOut.deliver(again, clock.instant());
        return again.size();
    }

    private List<LoggedEvent> events(Endpoint endpoint, ReplayWish wish) {
        if (wish.deliveryId() != null) {
            return ofDelivery(endpoint, wish.deliveryId(), wish.types());
        }
        var types = wish.types().isEmpty() ? null : texts(EventPattern.forLike(wish.types()));
        if (wish.status() != null) {
            return ofStatus(endpoint, wish, DeliveryLog.State.of(wish.status()), types);
        }
        if (wish.since() == null) {
            throw RequestFailed.invalid("since", "is missing: name a delivery_id, a status, or a time.");
        }
        return ofTime(endpoint, wish.since(), wish.until() == null ? clock.instant() : wish.until(), types);
    }

    private List<LoggedEvent> ofDelivery(Endpoint endpoint, UUID deliveryId, List<String> types) {
        var one = query(BY_DELIVERY, endpoint.id(), deliveryId);
        if (one.isEmpty()) {
            throw RequestFailed.notFound("delivery", deliveryId.toString());
        }
        return types.isEmpty() || EventPattern.matches(types, one.get(0).type()) ? one : List.of();
    }

    private List<LoggedEvent> ofStatus(
            Endpoint endpoint, ReplayWish wish, DeliveryLog.State state, String @Nullable [] types) {
        var first = wish.since() == null ? null : firstIdOf(wish.since());
        return query(
                BY_STATUS,
                endpoint.id(),
                state.code(),
                first,
                first,
                wish.since(),
                wish.since(),
                wish.until(),
                wish.until(),
                types,
                types,
                MOST + 1);
    }

    private List<LoggedEvent> ofTime(Endpoint endpoint, Instant since, Instant until, String @Nullable [] types) {
        var only = endpoint.numberIds();
        var numbers =
                only == null ? null : texts(only.stream().map(UUID::toString).toList());
        return query(
                BY_TIME,
                endpoint.workspaceId(),
                since,
                until,
                texts(EventPattern.forLike(endpoint.events())),
                numbers,
                numbers,
                types,
                types,
                MOST + 1);
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** Ids are UUIDv7, and an event is there before its deliveries; an hour is for clocks that differ. */
    private static UUID firstIdOf(Instant since) {
        return Ids.lowestAt(since.minus(CLOCKS_DIFFER));
    }

    private List<LoggedEvent> query(String sql, @Nullable Object... parameters) {
        return jdbc.run("reading events to replay", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, parameters);
                try (var rows = statement.executeQuery()) {
                    var events = new ArrayList<LoggedEvent>();
                    while (rows.next()) {
                        events.add(LoggedEvent.of(rows));
                    }
                    return events;
                }
            }
        });
    }
}
