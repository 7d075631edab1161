package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.messaging.retention.Kept;
import org.chasqui.messaging.retention.OneNode;
import org.chasqui.messaging.retention.Perishable;
import org.chasqui.messaging.retention.TimeOrder;
import org.chasqui.messaging.sql.Sql;

/**
 * Removes old decisions of bots with the marks on their messages. Nothing is answered again for that: what is a day old is answered
 * by no bot. A reply that has lost its mark looks like a person's, but only those of the last weeks are looked at.
 */
@ApplicationScoped
class OldDecisions implements Perishable {
    private static final int WINDOW = 1_000;

    private static final String REMOVE = """
            with old as (select id from msg_bot_decision where id > ? and id < ? order by id limit ?),
            gone as (delete from msg_bot_decision d using old where d.id = old.id returning d.id),
            replies as (delete from msg_bot_reply r using gone where r.decision_id = gone.id),
            heard as (delete from msg_bot_heard h using gone where h.decision_id = gone.id)
            select (select count(*) from old) as removed, (select id from old order by id desc limit 1) as last
            """;

    @Inject
    Sql jdbc;

    @Override
    public Kept kept() {
        return Kept.BOT_DECISIONS;
    }

    @Override
    @Transactional
    public Batch removeNext(Instant before, String after) {
        return jdbc.run("removing old decisions of bots", connection -> {
            if (!OneNode.isThis(connection)) {
                return Batch.NONE;
            }
            try (var statement = connection.prepareStatement(REMOVE)) {
                statement.setObject(1, TimeOrder.idAfter(after));
                statement.setObject(2, TimeOrder.idAt(before));
                statement.setInt(3, WINDOW);
                try (var row = statement.executeQuery()) {
                    row.next();
                    int removed = row.getInt("removed");
                    return new Batch(removed, removed < WINDOW ? Optional.empty() : Optional.of(row.getString("last")));
                }
            }
        });
    }
}
