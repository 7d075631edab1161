package org.chasqui.campaigns.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** What decisions about campaigns have left to do, kept with what they have done: a crash forgets none of it. Callers bring the transaction. */
@ApplicationScoped
class FollowUps {
    private static final String RELEASE = "release";
    private static final String RETRY = "retry";

    private static final String KEEP = """
            insert into cmp_follow_up (campaign_id, what, cursor, codes) values (?, ?, ?, ?)
            on conflict (campaign_id, what) do update set cursor = excluded.cursor, codes = excluded.codes
            """;

    @Inject
    Sql jdbc;

    /** For the container. */
    FollowUps() {}

    /** Follow-ups in a database of a test. */
    FollowUps(Sql jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A retry on its way.
     *
     * @param cursor place on the list behind which it goes on
     * @param codes Meta's codes that are worth another turn
     */
    record Retry(long cursor, Set<Integer> codes) {}

    /** Whether a campaign has any. */
    boolean isAny(UUID campaignId) {
        return find(campaignId, RELEASE).or(() -> find(campaignId, RETRY)).isPresent();
    }

    boolean isReleasing(UUID campaignId) {
        return find(campaignId, RELEASE).isPresent();
    }

    Optional<Retry> retry(UUID campaignId) {
        return find(campaignId, RETRY);
    }

    void keepReleasing(UUID campaignId) {
        change(KEEP, campaignId, RELEASE, 0L, "");
    }

    void keepRetrying(UUID campaignId, Retry rest) {
        var codes = new TreeSet<>(rest.codes()).stream().map(String::valueOf).collect(Collectors.joining(","));
        change(KEEP, campaignId, RETRY, rest.cursor(), codes);
    }

    void endReleasing(UUID campaignId) {
        change("delete from cmp_follow_up where campaign_id = ? and what = ?", campaignId, RELEASE);
    }

    void endRetrying(UUID campaignId) {
        change("delete from cmp_follow_up where campaign_id = ? and what = ?", campaignId, RETRY);
    }

    /** Nothing of the campaign goes on. */
    void end(UUID campaignId) {
        change("delete from cmp_follow_up where campaign_id = ?", campaignId);
    }

    private Optional<Retry> find(UUID campaignId, String what) {
        return jdbc.run("reading a follow-up", connection -> {
            var sql = "select cursor, codes from cmp_follow_up where campaign_id = ? and what = ?";
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, campaignId, what);
                try (var rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new Retry(rows.getLong("cursor"), codes(rows.getString("codes"))))
                            : Optional.empty();
                }
            }
        });
    }

    private static Set<Integer> codes(String text) {
        return Arrays.stream(text.split(","))
                .filter(code -> !code.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void change(String sql, Object... values) {
        jdbc.execute("keeping a follow-up", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, values);
                statement.executeUpdate();
            }
        });
    }
}
