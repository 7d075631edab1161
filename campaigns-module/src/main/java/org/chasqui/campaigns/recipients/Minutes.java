package org.chasqui.campaigns.recipients;

import static org.chasqui.campaigns.recipients.RecipientState.DELIVERED;
import static org.chasqui.campaigns.recipients.RecipientState.QUEUED;
import static org.chasqui.campaigns.recipients.RecipientState.READ;
import static org.chasqui.campaigns.recipients.RecipientState.UNCERTAIN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** How fast campaigns go, minute by minute, counted with the rows that move. Callers bring the transaction. */
@ApplicationScoped
public class Minutes {
    private static final String ADD = """
            insert into cmp_minute as c (campaign_id, minute, slot, kind, n)
            select * from unnest(?::uuid[], ?::timestamptz[], ?::smallint[], ?::smallint[], ?::bigint[])
            on conflict (campaign_id, minute, slot, kind) do update set n = c.n + excluded.n
            """;

    private static final Set<RecipientState> ARRIVED = Set.of(DELIVERED, READ);
    private static final Set<RecipientState> WITH_META =
            Set.of(RecipientState.ACCEPTED, RecipientState.SENT, DELIVERED, READ);

    @Inject
    Sql jdbc;

    /** For the container. */
    public Minutes() {}

    /** The counts in a database of a test. */
    public Minutes(Sql jdbc) {
        this.jdbc = jdbc;
    }

    /** The order is stored. */
    enum Kind {
        TAKEN,
        DELIVERED,
        FAILED;

        /** Whether a change is one of these; one change may be several, because a step may be skipped. */
        boolean counts(RecipientState from, RecipientState to) {
            return switch (this) {
                case TAKEN -> (from == QUEUED || from == UNCERTAIN) && WITH_META.contains(to);
                case DELIVERED -> !ARRIVED.contains(from) && ARRIVED.contains(to);
                case FAILED -> from != RecipientState.FAILED && to == RecipientState.FAILED;
            };
        }
    }

    private record Key(UUID campaignId, int kind) {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::campaignId).thenComparing(Key::kind);
    }

    void moved(Collection<Change> changes, Tallies.Slot slot, Instant now) {
        var sums = new TreeMap<Key, Long>(Key.ORDER);
        for (var change : changes) {
            for (var kind : Kind.values()) {
                if (kind.counts(change.from(), change.to())) {
                    sums.merge(new Key(change.campaignId(), kind.ordinal()), 1L, Long::sum);
                }
            }
        }
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        Sums.add(
                jdbc,
                "counting by the minute",
                ADD,
                sums,
                List.of(
                        new Sums.Column<>("uuid", Key::campaignId),
                        new Sums.Column<>("timestamptz", key -> minute),
                        new Sums.Column<>("smallint", key -> slot.ordinal()),
                        new Sums.Column<>("smallint", Key::kind)));
    }

    /** The minutes of a campaign in their order; one in which nothing happened is missing. */
    public List<Minute> of(UUID campaignId) {
        var sql = """
                select minute, coalesce(sum(n) filter (where kind = 0), 0), coalesce(sum(n) filter (where kind = 1), 0),
                    coalesce(sum(n) filter (where kind = 2), 0)
                from cmp_minute where campaign_id = ? group by minute order by minute
                """;
        return jdbc.run("reading minutes", connection -> {
            var minutes = new ArrayList<Minute>();
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, campaignId);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        minutes.add(new Minute(
                                Columns.requiredInstant(rows, "minute"),
                                rows.getLong(2),
                                rows.getLong(3),
                                rows.getLong(4)));
                    }
                }
            }
            return minutes;
        });
    }

    /**
     * How many messages of campaigns Meta has taken since a minute began; a campaign without any is missing.
     *
     * @param since the beginning of a minute
     */
    public Map<UUID, Long> takenSince(Collection<UUID> campaignIds, Instant since) {
        var sql = "select campaign_id, sum(n) from cmp_minute where campaign_id = any(?) and minute >= ?"
                + " and kind = 0 group by campaign_id";
        return jdbc.run("reading the rate of campaigns", connection -> {
            var taken = new HashMap<UUID, Long>();
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, Columns.uuids(connection, campaignIds));
                Columns.set(statement, 2, since);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        taken.put(Columns.uuid(rows, 1), rows.getLong(2));
                    }
                }
            }
            return taken;
        });
    }
}
