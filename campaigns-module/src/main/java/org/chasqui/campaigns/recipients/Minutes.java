package org.chasqui.campaigns.recipients;

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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.chasqui.messaging.messages.Happened;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * How fast campaigns go, minute by minute, counted in the transaction that moves their messages. A message counts in the minute
 * in which something happened to it, not in the one in which we heard of it: so the messages behind a number can be listed,
 * and are as many. Should an earlier time be told late, it moves to that minute. Callers bring the transaction.
 */
@ApplicationScoped
public class Minutes {
    private static final String ADD = """
            insert into cmp_minute as c (campaign_id, minute, slot, kind, n)
            select * from unnest(?::uuid[], ?::timestamptz[], ?::smallint[], ?::smallint[], ?::bigint[])
            on conflict (campaign_id, minute, slot, kind) do update set n = c.n + excluded.n
            """;

    @Inject
    Sql jdbc;

    /** For the container. */
    public Minutes() {}

    /** The counts in a database of a test. */
    public Minutes(Sql jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(UUID campaignId, Instant minute, int kind) {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::campaignId).thenComparing(Key::minute).thenComparing(Key::kind);
    }

    /** Counts what has happened to messages, those of no campaign left out; also to those of an earlier round. */
    void moved(Collection<Move> moves, Tallies.Slot slot) {
        var sums = new TreeMap<Key, Long>(Key.ORDER);
        for (var move : moves) {
            var campaign = move.campaignId();
            if (campaign != null) {
                add(sums, campaign, move.before(), -1);
                add(sums, campaign, move.after(), 1);
            }
        }
        Sums.add(
                jdbc,
                "counting by the minute",
                ADD,
                sums,
                List.of(
                        new Sums.Column<>("uuid", Key::campaignId),
                        new Sums.Column<>("timestamptz", Key::minute),
                        new Sums.Column<>("smallint", key -> slot.ordinal()),
                        new Sums.Column<>("smallint", Key::kind)));
    }

    private static void add(SortedMap<Key, Long> sums, UUID campaignId, Milestones known, long sign) {
        for (var what : Happened.What.values()) {
            var at = what.at(known);
            if (at != null) {
                sums.merge(new Key(campaignId, at.truncatedTo(ChronoUnit.MINUTES), kind(what)), sign, Long::sum);
            }
        }
    }

    /** As it is stored. */
    private static int kind(Happened.What what) {
        return switch (what) {
            case TAKEN -> 0;
            case DELIVERED -> 1;
            case FAILED -> 2;
        };
    }

    /** The minutes of a campaign in their order; one in which nothing happened is missing. */
    public List<Minute> of(UUID campaignId) {
        var sql = """
                select minute, taken, delivered, failed from (
                    select minute, coalesce(sum(n) filter (where kind = 0), 0) as taken,
                        coalesce(sum(n) filter (where kind = 1), 0) as delivered,
                        coalesce(sum(n) filter (where kind = 2), 0) as failed
                    from cmp_minute where campaign_id = ? group by minute) as counted
                where taken <> 0 or delivered <> 0 or failed <> 0 order by minute
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
