package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.messaging.events.EventPattern;
import org.chasqui.messaging.events.EventsLogged;
import org.chasqui.messaging.events.LoggedEvent;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.ids.Ids;

/** Gives each event to the endpoints that want it, inside the transaction that writes the event. */
@ApplicationScoped
class FanOut {
    private static final String INSERT = """
            with n as (
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::boolean[], ?::bigint[],
                    ?::uuid[]) as n(id, webhook_id, workspace_id, event_id, event_type, is_replay, seq, order_key)),
            kept as (
                insert into msg_delivery (id, webhook_id, workspace_id, event_id, event_type, is_replay, created_at)
                select id, webhook_id, workspace_id, event_id, event_type, is_replay, ? from n)
            insert into msg_delivery_due (delivery_id, webhook_id, event_id, event_seq, order_key, next_at)
            select id, webhook_id, event_id, seq, order_key, ? from n
            """;

    @Inject
    Sql jdbc;

    @Inject
    EndpointStore endpoints;

    @Inject
    Event<DeliveriesDue> due;

    @Inject
    Ids ids;

    void logged(@Observes EventsLogged logged) {
        var workspaces = logged.events().stream().map(LoggedEvent::workspaceId).collect(Collectors.toSet());
        var gathering = endpoints.gathering(workspaces);
        var deliveries = new ArrayList<NewDelivery>();
        for (var event : logged.events()) {
            for (var endpoint : gathering) {
                if (wants(endpoint, event)) {
                    deliveries.add(new NewDelivery(ids.next(), endpoint, event, false));
                }
            }
        }
        deliver(deliveries, logged.at());
    }

    /** Whether an endpoint wants an event of its workspace. */
    static boolean wants(Endpoint endpoint, LoggedEvent event) {
        return endpoint.workspaceId().equals(event.workspaceId())
                && endpoint.covers(event.numberId())
                && EventPattern.matches(endpoint.events(), event.type());
    }

    /** Writes deliveries, due at once. The caller brings the transaction. */
    void deliver(List<NewDelivery> deliveries, Instant now) {
        if (deliveries.isEmpty()) {
            return;
        }
        jdbc.execute("writing deliveries", connection -> {
            try (var statement = connection.prepareStatement(INSERT)) {
                statement.setArray(1, Columns.of(connection, "uuid", deliveries, NewDelivery::id));
                statement.setArray(
                        2,
                        Columns.of(
                                connection,
                                "uuid",
                                deliveries,
                                d -> d.endpoint().id()));
                statement.setArray(
                        3,
                        Columns.of(
                                connection,
                                "uuid",
                                deliveries,
                                d -> d.endpoint().workspaceId()));
                statement.setArray(
                        4,
                        Columns.of(
                                connection, "uuid", deliveries, d -> d.event().id()));
                statement.setArray(
                        5,
                        Columns.of(
                                connection, "text", deliveries, d -> d.event().type()));
                statement.setArray(6, Columns.of(connection, "boolean", deliveries, NewDelivery::isReplay));
                statement.setArray(
                        7,
                        Columns.of(
                                connection, "bigint", deliveries, d -> d.event().seq()));
                statement.setArray(8, Columns.of(connection, "uuid", deliveries, NewDelivery::orderKey));
                Columns.set(statement, 9, now);
                Columns.set(statement, 10, now);
                statement.executeUpdate();
            }
        });
        due.fire(new DeliveriesDue(deliveries.stream()
                .filter(delivery -> delivery.endpoint().status() == WebhookStatus.ACTIVE)
                .map(delivery -> delivery.endpoint().id())
                .collect(Collectors.<UUID>toSet())));
    }
}
