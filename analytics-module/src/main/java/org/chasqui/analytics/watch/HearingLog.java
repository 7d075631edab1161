package org.chasqui.analytics.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** What all nodes together have heard. One may send and another one hear, so they meet in the database. */
@ApplicationScoped
class HearingLog {
    private static final String ADD = """
            insert into ana_hearing as h (number_id, heard_at, waiting_since, waiting)
            select * from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])
            on conflict (number_id) do update set (heard_at, waiting_since, waiting) = (
                select n.heard_at, min(w.since), coalesce(sum(w.messages), 0)
                from (select greatest(h.heard_at, excluded.heard_at) as heard_at) n
                left join (values (h.waiting_since, h.waiting), (excluded.waiting_since, excluded.waiting))
                        as w(since, messages)
                    on w.since > coalesce(n.heard_at, '-infinity')
                group by n.heard_at)
            """;

    @Inject
    Sql sql;

    /** Adds what a node has heard. */
    @Transactional
    public void add(List<Heard> news) {
        // Rows are taken in one order, so that two nodes cannot wait for each other.
        var rows = news.stream().sorted(Comparator.comparing(Heard::numberId)).toList();
        sql.execute("noting what was heard", connection -> {
            try (var statement = connection.prepareStatement(ADD)) {
                statement.setArray(1, Columns.of(connection, "uuid", rows, Heard::numberId));
                statement.setArray(2, Columns.of(connection, "timestamptz", rows, Heard::heardAt));
                statement.setArray(3, Columns.of(connection, "timestamptz", rows, Heard::waitingSince));
                statement.setArray(4, Columns.of(connection, "bigint", rows, Heard::waiting));
                statement.executeUpdate();
            }
        });
    }

    /** What is known of a number; empty when it has neither sent nor heard anything. */
    @Transactional
    public Optional<Heard> of(UUID numberId) {
        return sql.run("reading what was heard", connection -> {
            try (var statement = connection.prepareStatement("select * from ana_hearing where number_id = ?")) {
                statement.setObject(1, numberId);
                try (var row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Heard(
                                    numberId,
                                    Columns.instant(row, "heard_at"),
                                    Columns.instant(row, "waiting_since"),
                                    row.getLong("waiting")))
                            : Optional.empty();
                }
            }
        });
    }
}
