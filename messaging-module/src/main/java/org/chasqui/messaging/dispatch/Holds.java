package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that rest because every message would meet the same refusal: a bad token, a locked account, a used-up
 * allowance. When the pause is over one message tries; the first success ends the hold.
 */
@ApplicationScoped
class Holds {
    @Inject
    Sql jdbc;

    @Inject
    Clock clock;

    private volatile Map<UUID, Hold> holds = Map.of();

    /**
     * Why a number rests.
     *
     * @param code Meta's code; null when it is not Meta that refuses
     */
    record Hold(UUID numberId, String reason, @Nullable Integer code, Instant since, Instant until) {}

    @Nullable
    Hold of(UUID numberId) {
        return holds.get(numberId);
    }

    /** Lets a number rest. */
    @Transactional
    public void hold(UUID numberId, String reason, @Nullable Integer code, Instant until) {
        var known = holds.get(numberId);
        var since = known == null ? clock.instant() : known.since();
        jdbc.execute("holding a number", connection -> {
            var sql = """
                    insert into msg_hold (number_id, reason, code, since, until) values (?, ?, ?, ?, ?)
                    on conflict (number_id) do update
                        set reason = excluded.reason, code = excluded.code, until = excluded.until
                    """;
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, numberId);
                statement.setString(2, reason);
                statement.setObject(3, code);
                Columns.set(statement, 4, since);
                Columns.set(statement, 5, until);
                statement.executeUpdate();
            }
        });
        put(numberId, new Hold(numberId, reason, code, since, until));
    }

    /** The number can send again. */
    @Transactional
    public void clear(UUID numberId) {
        jdbc.execute("ending a hold", connection -> {
            try (var statement = connection.prepareStatement("delete from msg_hold where number_id = ?")) {
                statement.setObject(1, numberId);
                statement.executeUpdate();
            }
        });
        put(numberId, null);
    }

    /** Reads what other nodes have noted. */
    @Transactional
    public void refresh() {
        holds = jdbc.run("reading holds", connection -> {
            var read = new HashMap<UUID, Hold>();
            try (var statement = connection.prepareStatement("select * from msg_hold");
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var hold = new Hold(
                            Columns.uuid(rows, "number_id"),
                            rows.getString("reason"),
                            Columns.integer(rows, "code"),
                            Columns.requiredInstant(rows, "since"),
                            Columns.requiredInstant(rows, "until"));
                    read.put(hold.numberId(), hold);
                }
            }
            return Map.copyOf(read);
        });
    }

    private synchronized void put(UUID numberId, @Nullable Hold hold) {
        var next = new HashMap<>(holds);
        if (hold == null) {
            next.remove(numberId);
        } else {
            next.put(numberId, hold);
        }
        holds = Map.copyOf(next);
    }
}
