package org.chasqui.messaging.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * Statuses whose message is not known. Most carry our mark and are never here; the others wait until the answer to
 * their send is written, are looked at again after 1 s, 10 s and 10 min, and are dropped after two hours: no answer is written
 * later than that, and whoever sends from the same number by other means tells us of statuses that will never be ours.
 */
@ApplicationScoped
class Orphans {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration KEPT = Duration.ofHours(2);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    @Inject
    Sql jdbc;

    void park(List<Told> statuses, Instant now) {
        if (statuses.isEmpty()) {
            return;
        }
        var sql = """
                insert into msg_orphan_status (wamid, status, body, received_at, next_at, number_id)
                select n.wamid, n.status, n.body, ?, ?, n.number_id from unnest(?::text[], ?::text[], ?::text[], ?::uuid[])
                    as n(wamid, status, body, number_id)
                on conflict do nothing
                """;
        var notices = statuses.stream().map(Told::notice).toList();
        jdbc.execute("parking statuses", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.set(statement, 1, now);
                Columns.set(statement, 2, now.plus(FIRST_RETRY));
                statement.setArray(3, Columns.of(connection, "text", notices, one -> Clean.text(one.wamid())));
                statement.setArray(
                        4,
                        Columns.of(
                                connection, "text", notices, one -> one.status().wireName()));
                statement.setArray(5, Columns.of(connection, "text", notices, one -> Clean.json(one.source())));
                statement.setArray(6, Columns.of(connection, "uuid", statuses, Told::numberId));
                statement.executeUpdate();
            }
        });
    }

    /** Takes the statuses of wamids that have just become known. */
    List<Told> take(Collection<String> wamids) {
        return jdbc.run("taking parked statuses", connection -> {
            var sql = "delete from msg_orphan_status where wamid = any(?) returning body, received_at, number_id";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, Columns.texts(connection, wamids));
                try (var rows = statement.executeQuery()) {
                    return read(rows);
                }
            }
        });
    }

    /** Takes those whose wamid has become known without us noticing, and puts off the others. */
    List<Told> takeDue(Instant now) {
        return jdbc.run("looking at parked statuses", connection -> {
            var sql = """
                    delete from msg_orphan_status where ctid in (
                        select o.ctid from msg_orphan_status o join msg_message m on m.wamid = o.wamid
                        where o.next_at <= ? for update of o skip locked)
                    returning body, received_at, number_id
                    """;
            List<Told> found;
            try (var statement = connection.prepareStatement(sql)) {
                Columns.set(statement, 1, now);
                try (var rows = statement.executeQuery()) {
                    found = read(rows);
                }
            }
            var later = """
                    update msg_orphan_status set tries = tries + 1, next_at = cast(? as timestamptz) + case tries
                        when 0 then interval '10 seconds' when 1 then interval '10 minutes' else interval '1 hour' end
                    where ctid in (select ctid from msg_orphan_status where next_at <= ? for update skip locked)
                    """;
            try (var statement = connection.prepareStatement(later)) {
                Columns.set(statement, 1, now);
                Columns.set(statement, 2, now);
                statement.executeUpdate();
            }
            return found;
        });
    }

    /** Drops what is older than is of any use. */
    void purge(Instant now) {
        jdbc.execute("dropping parked statuses", connection -> {
            try (var statement = connection.prepareStatement("delete from msg_orphan_status where received_at < ?")) {
                Columns.set(statement, 1, now.minus(KEPT));
                statement.executeUpdate();
            }
        });
    }

    private static List<Told> read(ResultSet rows) throws SQLException {
        var statuses = new ArrayList<Told>();
        while (rows.next()) {
            try {
                var numberId = Columns.uuid(rows, "number_id");
                var receivedAt = Columns.requiredInstant(rows, "received_at");
                StatusNotice.read(MAPPER.readTree(rows.getString(1)), receivedAt)
                        .ifPresent(status -> statuses.add(new Told(numberId, status)));
            } catch (JsonProcessingException ours) {
                throw new IllegalStateException("a parked status is no JSON", ours);
            }
        }
        return statuses;
    }
}
