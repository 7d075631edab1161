package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.events.EventPattern;
import org.chasqui.messaging.events.LoggedEvent;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** What was and will be posted to endpoints: looked at, and asked for again. */
@ApplicationScoped
public class Deliveries {
    private static final int MOST_REPLAYED = 20_000;
    private static final String EVENT = "e.id, e.seq, e.workspace_id, e.type, e.number_id, e.conversation_id";

    private static final String LIST = """
            select d.*, q.next_at from msg_delivery d left join msg_delivery_due q on q.delivery_id = d.id
            where d.webhook_id = ? and (?::smallint is null or d.status = ?::smallint)
                and (?::uuid is null or d.event_id = ?::uuid) and (?::uuid is null or d.id < ?::uuid)
            order by d.id desc limit ?
            """;

    /** The last delivery of each event; what has arrived or is on its way since is not dead any more. */
    private static final String BY_STATUS = """
            select %s from msg_event e join (
                select distinct on (d.event_id) d.event_id, d.status, d.created_at from msg_delivery d
                where d.webhook_id = ? order by d.event_id, d.id desc) l on l.event_id = e.id
            where l.status = ? and (?::timestamptz is null or e.created_at >= ?::timestamptz)
                and (?::timestamptz is null or e.created_at < ?::timestamptz)
            order by e.seq limit ?
            """.formatted(EVENT);

    private static final String BY_TIME = """
            select %s from msg_event e where e.workspace_id = ? and e.created_at >= ? and e.created_at < ?
                and e.type <> 'webhook.test'
            order by e.seq limit ?
            """.formatted(EVENT);

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

    /**
     * What is posted again: one delivery; or what has the status; or, without a status, every event of the time that the
     * endpoint wants, whether it was ever posted or not.
     */
    public record Replay(
            @Nullable UUID deliveryId,
            @Nullable String status,
            List<String> types,
            @Nullable Instant since,
            @Nullable Instant until) {}

    /** Deliveries of an endpoint, the newest first, with their calls. */
    @Transactional
    public List<DeliveryView> list(UUID workspaceId, UUID webhookId, Query query) {
        demand(workspaceId, webhookId);
        var status =
                query.status() == null ? null : (short) state(query.status()).ordinal();
        return jdbc.run("reading deliveries", connection -> {
            var found = new ArrayList<DeliveryView>();
            try (var statement = connection.prepareStatement(LIST)) {
                bind(
                        statement,
                        webhookId,
                        status,
                        status,
                        query.eventId(),
                        query.eventId(),
                        query.before(),
                        query.before(),
                        query.limit());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(delivery(rows));
                    }
                }
            }
            var attempts = attempts(found.stream().map(DeliveryView::id).toList());
            return found.stream()
                    .map(one -> with(one, attempts.getOrDefault(one.id(), List.of())))
                    .toList();
        });
    }

    /**
     * Posts again.
     *
     * @return how many
     * @throws RequestFailed VALIDATION_FAILED when it is not clear what is meant, or when it is too much at once
     */
    @Transactional
    public int replay(UUID workspaceId, UUID webhookId, Replay what) {
        var endpoint = demand(workspaceId, webhookId);
        if (endpoint.status() == WebhookStatus.DISABLED) {
            throw new RequestFailed(FailureCode.CONFLICT, "The endpoint is disabled: resume it before the replay.");
        }
        var wanted = events(endpoint, what);
        if (wanted.size() > MOST_REPLAYED) {
            throw RequestFailed.invalid(
                    "since", "leads to more than " + MOST_REPLAYED + " deliveries: replay a shorter time.");
        }
        var again = wanted.stream()
                .filter(event -> what.types().isEmpty() || EventPattern.matches(what.types(), event.type()))
                .map(event -> new NewDelivery(ids.next(), endpoint, event, true))
                .toList();
        fanOut.deliver(again, clock.instant());
        return again.size();
    }

    private List<LoggedEvent> events(Endpoint endpoint, Replay what) {
        if (what.deliveryId() != null) {
            var one = query(BY_DELIVERY, endpoint.id(), what.deliveryId());
            if (one.isEmpty()) {
                throw RequestFailed.notFound("delivery", what.deliveryId().toString());
            }
            return one;
        }
        if (what.status() != null) {
            int status = state(what.status()).ordinal();
            return query(
                    BY_STATUS,
                    endpoint.id(),
                    (short) status,
                    what.since(),
                    what.since(),
                    what.until(),
                    what.until(),
                    MOST_REPLAYED + 1);
        }
        if (what.since() == null) {
            throw RequestFailed.invalid("since", "is missing: name a delivery_id, a status, or a time.");
        }
        var until = what.until() == null ? clock.instant() : what.until();
        return query(BY_TIME, endpoint.workspaceId(), what.since(), until, MOST_REPLAYED + 1).stream()
                .filter(event -> FanOut.wants(endpoint, event))
                .toList();
    }

    private Endpoint demand(UUID workspaceId, UUID webhookId) {
        return endpoints
                .find(workspaceId, webhookId)
                .orElseThrow(() -> RequestFailed.notFound("webhook", webhookId.toString()));
    }

    static DeliveryLog.State state(String word) {
        for (var state : DeliveryLog.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(word)) {
                return state;
            }
        }
        throw RequestFailed.invalid("status", "must be pending, delivered or dead.");
    }

    private List<LoggedEvent> query(String sql, @Nullable Object... parameters) {
        return jdbc.run("reading events to replay", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                try (var rows = statement.executeQuery()) {
                    var events = new ArrayList<LoggedEvent>();
                    while (rows.next()) {
                        events.add(new LoggedEvent(
                                Columns.uuid(rows, "id"),
                                rows.getLong("seq"),
                                Columns.uuid(rows, "workspace_id"),
                                rows.getString("type"),
                                Columns.uuid(rows, "number_id"),
                                Columns.uuid(rows, "conversation_id")));
                    }
                    return events;
                }
            }
        });
    }

    static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            var value = parameters[i];
            statement.setObject(
                    i + 1,
                    value instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : value);
        }
    }

    Map<UUID, List<DeliveryView.Attempt>> attempts(List<UUID> deliveryIds) {
        return jdbc.run("reading attempts of deliveries", connection -> {
            var found = new HashMap<UUID, List<DeliveryView.Attempt>>();
            try (var statement = connection.prepareStatement(
                    "select * from msg_delivery_attempt where delivery_id = any(?) order by delivery_id, at")) {
                statement.setArray(1, Columns.uuids(connection, deliveryIds));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.computeIfAbsent(Columns.uuid(rows, "delivery_id"), id -> new ArrayList<>())
                                .add(attempt(rows));
                    }
                }
            }
            return found;
        });
    }

    private static DeliveryView.Attempt attempt(ResultSet row) throws SQLException {
        return new DeliveryView.Attempt(
                row.getInt("number"),
                Columns.requiredInstant(row, "at"),
                row.getLong("duration_ms"),
                Columns.integer(row, "http_status"),
                row.getString("error"),
                row.getString("request_headers"),
                row.getString("answer"));
    }

    static DeliveryView delivery(ResultSet row) throws SQLException {
        var state = DeliveryLog.State.values()[row.getInt("status")];
        return new DeliveryView(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "event_id"),
                row.getString("event_type"),
                state.name().toLowerCase(Locale.ROOT),
                row.getBoolean("is_replay"),
                Columns.requiredInstant(row, "created_at"),
                Columns.instant(row, "next_at"),
                Columns.instant(row, "ended_at"),
                List.of());
    }

    static DeliveryView with(DeliveryView one, List<DeliveryView.Attempt> attempts) {
        return new DeliveryView(
                one.id(),
                one.eventId(),
                one.eventType(),
                one.status(),
                one.isReplay(),
                one.createdAt(),
                one.nextAttemptAt(),
                one.endedAt(),
                attempts);
    }
}
