package org.chasqui.campaigns.recipients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * The counts of campaigns. They are moved by what the rows have really done, in the same transaction: so they equal the
 * rows whatever crashes. Callers bring the transaction.
 */
@ApplicationScoped
public class Tallies {
    private static final String ADD = """
            insert into cmp_count as c (campaign_id, slot, state, n)
            select * from unnest(?::uuid[], ?::smallint[], ?::smallint[], ?::bigint[])
            on conflict (campaign_id, slot, state) do update set n = c.n + excluded.n
            """;

    @Inject
    Sql jdbc;

    @Inject
    Reasons reasons;

    /** For the container. */
    public Tallies() {}

    /** The counts in a database of a test. */
    public Tallies(Sql jdbc) {
        this.jdbc = jdbc;
        this.reasons = new Reasons(jdbc);
    }

    private record Key(UUID campaignId, int state) {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::campaignId).thenComparing(Key::state);
    }

    /**
     * Counts recipients who are new on a list.
     *
     * @param waiting how many can be written to
     * @param skipped how many cannot, by reason
     */
    void added(UUID campaignId, long waiting, Map<SkipReason, Long> skipped) {
        var sums = new TreeMap<Key, Long>(Key.ORDER);
        sums.put(new Key(campaignId, RecipientState.WAITING.code()), waiting);
        sums.put(
                new Key(campaignId, RecipientState.SKIPPED.code()),
                skipped.values().stream().mapToLong(Long::longValue).sum());
        add(sums, Slot.CAMPAIGN);
        reasons.added(campaignId, skipped);
    }

    /** Counts recipients who have gone from one state into another. */
    void moved(Collection<Change> changes, Slot slot) {
        noted(changes, List.of(), slot);
    }

    /**
     * Counts recipients who have gone from one state into another, and those who have answered.
     *
     * @param answered the campaign of each
     */
    void noted(Collection<Change> changes, Collection<UUID> answered, Slot slot) {
        var sums = new TreeMap<Key, Long>(Key.ORDER);
        for (var change : changes) {
            sums.merge(new Key(change.campaignId(), change.from().code()), -1L, Long::sum);
            sums.merge(new Key(change.campaignId(), change.to().code()), 1L, Long::sum);
        }
        answered.forEach(id -> sums.merge(new Key(id, Tally.REPLIED), 1L, Long::sum));
        // Always in this order, so that two who count never wait for each other in a circle.
        add(sums, slot);
        reasons.moved(changes, slot);
    }

    private void add(SortedMap<Key, Long> sums, Slot slot) {
        Sums.add(
                jdbc,
                "counting recipients",
                ADD,
                sums,
                List.of(
                        new Sums.Column<>("uuid", Key::campaignId),
                        new Sums.Column<>("smallint", key -> slot.ordinal()),
                        new Sums.Column<>("smallint", Key::state)));
    }

    /** The counts of a campaign. */
    public Tally of(UUID campaignId) {
        return of(List.of(campaignId)).getOrDefault(campaignId, Tally.NOTHING);
    }

    /** The counts of campaigns; one that nobody is on the list of is missing. */
    public Map<UUID, Tally> of(Collection<UUID> campaignIds) {
        return jdbc.run("reading counts", connection -> {
            var states = new HashMap<UUID, Map<RecipientState, Long>>();
            var replied = new HashMap<UUID, Long>();
            var sql = "select campaign_id, state, sum(n) as n from cmp_count where campaign_id = any(?)"
                    + " group by campaign_id, state";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, Columns.uuids(connection, campaignIds));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var id = Columns.uuid(rows, "campaign_id");
                        int state = rows.getInt("state");
                        if (state == Tally.REPLIED) {
                            replied.put(id, rows.getLong("n"));
                        } else {
                            states.computeIfAbsent(id, key -> new EnumMap<>(RecipientState.class))
                                    .put(RecipientState.ofCode(state), rows.getLong("n"));
                        }
                    }
                }
            }
            var tallies = new HashMap<UUID, Tally>();
            states.forEach((id, counts) -> tallies.put(id, new Tally(counts, replied.getOrDefault(id, 0L))));
            return tallies;
        });
    }

    /** The counts as the rows have them: what {@link #of} must equal, for tests and the nightly check. */
    public Tally recount(UUID campaignId) {
        return jdbc.run("recounting a campaign", connection -> {
            var states = new EnumMap<RecipientState, Long>(RecipientState.class);
            long replied = 0;
            var sql = "select state, count(*) as n, count(replied_at) as replied from cmp_recipient"
                    + " where campaign_id = ? group by state";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, campaignId);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        states.put(RecipientState.ofCode(rows.getInt("state")), rows.getLong("n"));
                        replied += rows.getLong("replied");
                    }
                }
            }
            return new Tally(states, replied);
        });
    }

    /** Which writer counts; the order is stored. */
    enum Slot {
        ACCEPT,
        SETTLE,
        MERGE,
        CAMPAIGN;

        static Slot of(String source) {
            return switch (source) {
                case "accept" -> ACCEPT;
                case "settle" -> SETTLE;
                default -> MERGE;
            };
        }
    }
}
