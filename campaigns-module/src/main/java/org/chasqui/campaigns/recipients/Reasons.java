package org.chasqui.campaigns.recipients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * How many recipients were skipped, or have failed, for each reason. Moved like {@link Tallies}, in the same transaction, so
 * that nobody has to look through a list of a million to know. Callers bring the transaction.
 */
@ApplicationScoped
public class Reasons {
    private static final String ADD = """
            insert into cmp_reason as c (campaign_id, slot, state, word, n)
            select * from unnest(?::uuid[], ?::smallint[], ?::smallint[], ?::text[], ?::bigint[])
            on conflict (campaign_id, slot, state, word) do update set n = c.n + excluded.n
            """;

    @Inject
    Sql jdbc;

    /** For the container. */
    public Reasons() {}

    /** The counts in a database of a test. */
    public Reasons(Sql jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(UUID campaignId, int state, String word) {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::campaignId).thenComparing(Key::state).thenComparing(Key::word);
    }

    /** Counts recipients who are new on a list and cannot be written to. */
    void added(UUID campaignId, Map<SkipReason, Long> skipped) {
        var sums = new TreeMap<Key, Long>(Key.ORDER);
        skipped.forEach((reason, n) ->
                sums.merge(new Key(campaignId, RecipientState.SKIPPED.code(), reason.wireName()), n, Long::sum));
        add(sums, Tallies.Slot.CAMPAIGN);
    }

    void moved(Collection<Change> changes, Tallies.Slot slot) {
        var sums = new TreeMap<Key, Long>(Key.ORDER);
        for (var change : changes) {
            count(sums, change.campaignId(), change.from(), change.whyBefore(), -1L);
            count(sums, change.campaignId(), change.to(), change.why(), 1L);
        }
        add(sums, slot);
    }

    private static void count(
            Map<Key, Long> sums, UUID campaignId, RecipientState state, @Nullable String word, long n) {
        if (word != null) {
            sums.merge(new Key(campaignId, state.code(), word), n, Long::sum);
        }
    }

    private void add(SortedMap<Key, Long> sums, Tallies.Slot slot) {
        Sums.add(
                jdbc,
                "counting reasons",
                ADD,
                sums,
                List.of(
                        new Sums.Column<>("uuid", Key::campaignId),
                        new Sums.Column<>("smallint", key -> slot.ordinal()),
                        new Sums.Column<>("smallint", Key::state),
                        new Sums.Column<>("text", Key::word)));
    }

    /**
     * How many recipients of a campaign are in a state for each reason, the most frequent first.
     *
     * @param state skipped, or failed: then the word is Meta's code
     */
    public Map<String, Long> of(UUID campaignId, RecipientState state) {
        return sums(
                "select word, sum(n) from cmp_reason where campaign_id = ? and state = ? group by word"
                        + " having sum(n) > 0 order by 2 desc, 1",
                campaignId,
                state);
    }

    /** The same as the rows have it: what {@link #of} must equal. */
    public Map<String, Long> recount(UUID campaignId, RecipientState state) {
        return sums(
                "select word, count(*) from (select " + Change.WORD
                        + " as word from cmp_recipient where campaign_id = ? and state = ?) r where word is not null"
                        + " group by word order by 2 desc, 1",
                campaignId,
                state);
    }

    private Map<String, Long> sums(String sql, UUID campaignId, RecipientState state) {
        return jdbc.run("reading reasons", connection -> {
            var sums = new LinkedHashMap<String, Long>();
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, campaignId);
                statement.setInt(2, state.code());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        sums.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            return sums;
        });
    }
}
