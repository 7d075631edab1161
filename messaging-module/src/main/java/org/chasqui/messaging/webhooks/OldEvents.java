package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.messaging.retention.Kept;
import org.chasqui.messaging.retention.OneNode;
import org.chasqui.messaging.retention.Perishable;
import org.chasqui.messaging.retention.TimeOrder;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * Removes old events with their deliveries and attempts. An event goes as a whole or not at all: as long as one delivery
 * of it waits, or was ordered as a replay not long ago, all of it stays.
 */
@ApplicationScoped
class OldEvents implements Perishable {
    private static final int WINDOW = 1_000;

    /** The id of an event may be older than the event (it is that of its message), never younger. */
    private static final String REMOVE = """
            with looked_at as (
                select id, created_at from msg_event where id > ? and id < ? order by id limit ?),
            gone as (
                select e.id from looked_at e where e.created_at < ? and not exists (
                    select 1 from msg_delivery d where d.event_id = e.id and (d.status = 0 or d.created_at >= ?))),
            attempts as (
                delete from msg_delivery_attempt a using msg_delivery d, gone
                where d.event_id = gone.id and a.delivery_id = d.id),
            deliveries as (
                delete from msg_delivery d using gone where d.event_id = gone.id),
            events as (
                delete from msg_event e using gone where e.id = gone.id)
            select (select count(*) from looked_at) as looked_at, (select count(*) from gone) as gone,
                (select id from looked_at order by id desc limit 1) as last
            """;

    @Inject
    Sql jdbc;

    @Override
    public Kept kept() {
        return Kept.EVENTS;
    }

    @Override
    @Transactional
    public Batch removeNext(Instant before, String after) {
        return jdbc.run("removing old events", connection -> {
            if (!OneNode.isThis(connection)) {
                return Batch.NONE;
            }
            try (var statement = connection.prepareStatement(REMOVE)) {
                statement.setObject(1, TimeOrder.idAfter(after));
                statement.setObject(2, TimeOrder.idAt(before));
                statement.setInt(3, WINDOW);
                Columns.set(statement, 4, before);
                Columns.set(statement, 5, before);
                try (var row = statement.executeQuery()) {
                    row.next();
                    boolean isLast = row.getInt("looked_at") < WINDOW;
                    return new Batch(
                            row.getInt("gone"), isLast ? Optional.empty() : Optional.of(row.getString("last")));
                }
            }
        });
    }
}
