package org.chasqui.messaging.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.messaging.retention.Kept;
import org.chasqui.messaging.retention.OneNode;
import org.chasqui.messaging.retention.Perishable;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** Removes old bodies of Meta's webhooks, with the notes on those that could not be read; never one that waits to be merged. */
@ApplicationScoped
class OldWebhooks implements Perishable {
    private static final int WINDOW = 1_000;

    /** Ids rise with the time, but for a few that a connection had reserved: a window without any old one is the last. */
    private static final String REMOVE = """
            with looked_at as (
                select id, received_at from msg_webhook_raw where id > ? order by id limit ?),
            gone as (
                select r.id from looked_at r where r.received_at < ? and not exists (
                    select 1 from msg_webhook_inbox i where i.raw_id = r.id)),
            poison as (
                delete from msg_webhook_poison p using gone where p.raw_id = gone.id),
            raws as (
                delete from msg_webhook_raw r using gone where r.id = gone.id)
            select (select count(*) from looked_at) as looked_at, (select count(*) from gone) as gone,
                (select count(*) from looked_at where received_at < ?) as old,
                (select max(id) from looked_at) as last
            """;

    @Inject
    Sql jdbc;

    @Override
    public Kept kept() {
        return Kept.RAW_WEBHOOKS;
    }

    @Override
    @Transactional
    public Batch removeNext(Instant before, String after) {
        return jdbc.run("removing old webhooks", connection -> {
            if (!OneNode.isThis(connection)) {
                return Batch.NONE;
            }
            try (var statement = connection.prepareStatement(REMOVE)) {
                statement.setLong(1, after.isEmpty() ? 0 : Long.parseLong(after));
                statement.setInt(2, WINDOW);
                Columns.set(statement, 3, before);
                Columns.set(statement, 4, before);
                try (var row = statement.executeQuery()) {
                    row.next();
                    boolean isLast = row.getInt("looked_at") < WINDOW || row.getInt("old") == 0;
                    return new Batch(
                            row.getInt("gone"), isLast ? Optional.empty() : Optional.of(row.getString("last")));
                }
            }
        });
    }
}
