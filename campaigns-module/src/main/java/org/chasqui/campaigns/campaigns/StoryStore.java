package org.chasqui.campaigns.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.ids.Ids;

/** What was decided about campaigns. Callers bring the transaction. */
@ApplicationScoped
class StoryStore {
    /** Newest entries of one campaign; nobody decides more often. */
    private static final int MOST = 200;

    @Inject
    Sql jdbc;

    @Inject
    Ids ids;

    /** For the container. */
    StoryStore() {}

    /** The stories in a database of a test. */
    StoryStore(Sql jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void add(UUID campaignId, StoryEntry entry) {
        var sql = "insert into cmp_story (id, campaign_id, at, what, actor, reason, detail, done)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)";
        jdbc.execute("noting what was decided about a campaign", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, ids.next());
                statement.setObject(2, campaignId);
                Columns.set(statement, 3, entry.at());
                statement.setString(4, entry.what().wireName());
                statement.setString(5, entry.actor());
                statement.setString(6, entry.reason());
                statement.setString(7, entry.detail());
                statement.setLong(8, entry.done());
                statement.executeUpdate();
            }
        });
    }

    /** The story of a campaign, the newest entry first. */
    List<StoryEntry> of(UUID campaignId) {
        var sql = "select * from cmp_story where campaign_id = ? order by id desc limit " + MOST;
        return jdbc.run("reading the story of a campaign", connection -> {
            var entries = new ArrayList<StoryEntry>();
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, campaignId);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        entries.add(new StoryEntry(
                                Columns.requiredInstant(rows, "at"),
                                StoryEntry.What.valueOf(rows.getString("what").toUpperCase(Locale.ROOT)),
                                rows.getString("actor"),
                                rows.getString("reason"),
                                rows.getString("detail"),
                                rows.getLong("done")));
                    }
                }
            }
            return entries;
        });
    }
}
