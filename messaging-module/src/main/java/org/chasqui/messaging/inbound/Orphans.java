package org.chasqui.messaging.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.chasqui.messaging.sql.Sql;

/**
 * Statuses whose message is not known. Most carry our mark and are never here; the others wait until the answer to
 * their send is written, are looked at again after 1 s, 10 s, 10 min and then hourly, and are dropped after seven days,
 * which is how long Meta itself repeats.
 */
@ApplicationScoped
class Orphans {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    @Inject
    Sql jdbc;

    void park(List<StatusNotice> statuses, Instant now) {
        if (statuses.isEmpty()) {
            return;
        }
        var sql = """
                insert into msg_orphan_status (wamid, status, body, received_at, next_at)
                select n.wamid, n.status, n.body, ?, ? from unnest(?::text[], ?::text[], ?::text[])
                    as n(wamid, status, body)
                on conflict (wamid, status) do nothing
                """;
        jdbc.execute("parking statuses", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, utc(now));
                statement.setObject(2, utc(now.plus(FIRST_RETRY)));
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "text",
                                statuses.stream().map(StatusNotice::wamid).toArray()));
                statement.setArray(
                        4,
                        connection.createArrayOf(
                                "text",
                                statuses.stream()
                                        .map(s -> s.status().wireName())
                                        .toArray()));
                statement.setArray(
                        5,
                        connection.createArrayOf(
                                "text",
                                statuses.stream()
                                        .map(s -> Clean.json(s.source()))
                                        .toArray()));
                statement.executeUpdate();
            }
        });
    }

    /** Takes the statuses of wamids that have just become known. */
    List<StatusNotice> take(Collection<String> wamids) {
        return jdbc.run("taking parked statuses", connection -> {
            var sql = "delete from msg_orphan_status where wamid = any(?) returning body, received_at";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("text", wamids.toArray()));
                try (var rows = statement.executeQuery()) {
                    return read(rows);
                }
            }
        });
    }

    /** Takes those whose wamid has become known without us noticing, and puts off the others. */
    List<StatusNotice> takeDue(Instant now) {
        return jdbc.run("looking at parked statuses", connection -> {
            var sql = """
                    delete from msg_orphan_status o using msg_message m
                    where o.wamid = m.wamid and o.next_at <= ? returning o.body, o.received_at
                    """;
            List<StatusNotice> found;
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, utc(now));
                try (var rows = statement.executeQuery()) {
                    found = read(rows);
                }
            }
            var later = """
                    update msg_orphan_status set tries = tries + 1, next_at = cast(? as timestamptz) + case tries
                        when 0 then interval '10 seconds' when 1 then interval '10 minutes' else interval '1 hour' end
                    where next_at <= ?
                    """;
            try (var statement = connection.prepareStatement(later)) {
                statement.setObject(1, utc(now));
                statement.setObject(2, utc(now));
                statement.executeUpdate();
            }
            try (var statement = connection.prepareStatement("delete from msg_orphan_status where received_at < ?")) {
                statement.setObject(1, utc(now.minus(KEPT)));
                statement.executeUpdate();
            }
            return found;
        });
    }

    private static List<StatusNotice> read(ResultSet rows) throws SQLException {
        var statuses = new ArrayList<StatusNotice>();
        while (rows.next()) {
            try {
                var receivedAt = rows.getObject(2, OffsetDateTime.class).toInstant();
                StatusNotice.read(MAPPER.readTree(rows.getString(1)), receivedAt)
                        .ifPresent(statuses::add);
            } catch (JsonProcessingException ours) {
                throw new IllegalStateException("a parked status is no JSON", ours);
            }
        }
        return statuses;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
