package org.chasqui.messaging.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.retention.Kept;
import org.chasqui.messaging.retention.Perishable;
import org.chasqui.messaging.retention.TimeOrder;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * Removes the bytes of old files; what is known about them stays, for the messages that name them. An upload that was
 * sent lately, or that a message carries which waits, stays: its age counts from its last use.
 */
@ApplicationScoped
class OldFiles implements Perishable {
    private static final int WINDOW = 200;

    /**
     * Meta keeps what we upload there for thirty days, and we upload again only when it is used: so while what Meta calls
     * it has ended before that time, nobody has sent it since.
     */
    private static final String OLD = """
            select m.id, m.sha256, m.created_at < ? and not exists (
                    select 1 from msg_media_remote r where r.asset_id = m.id and r.expires_at > ?)
                and not exists (
                    select 1 from msg_queue q join msg_message w on w.id = q.message_id
                    where w.workspace_id = m.workspace_id and w.content like '%"asset"%'
                        and position(m.id::text in w.content) > 0) as may_go
            from msg_media m where m.state = 0 and m.id > ? and m.id < ? order by m.id limit ?
            """;

    @Inject
    Sql jdbc;

    @Inject
    MediaWriter writer;

    /** A file that was looked at. */
    private record Looked(UUID id, String sha256, boolean mayGo) {}

    @Override
    public Kept kept() {
        return Kept.MEDIA;
    }

    /** Each file in transactions of its own, first its row, then its bytes: one that fails keeps no other. */
    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Batch removeNext(Instant before, String after) {
        var looked = look(before, TimeOrder.idAfter(after));
        int removed = 0;
        for (var one : looked) {
            if (one.mayGo() && writer.expire(one.id())) {
                writer.removeBytes(one.sha256());
                removed++;
            }
        }
        boolean isLast = looked.size() < WINDOW;
        return new Batch(
                removed,
                isLast
                        ? Optional.empty()
                        : Optional.of(looked.get(looked.size() - 1).id().toString()));
    }

    private List<Looked> look(Instant before, UUID after) {
        return jdbc.run("looking for old files", connection -> {
            try (var statement = connection.prepareStatement(OLD)) {
                Columns.set(statement, 1, before);
                Columns.set(statement, 2, before);
                statement.setObject(3, after);
                statement.setObject(4, TimeOrder.idAt(before));
                statement.setInt(5, WINDOW);
                var found = new ArrayList<Looked>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Looked(
                                Columns.uuid(rows, "id"), rows.getString("sha256"), rows.getBoolean("may_go")));
                    }
                }
                return found;
            }
        });
    }
}
