package org.chasqui.campaigns.recipients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** Files that are read into campaigns, and how far they are. Each chunk commits with its progress. */
@ApplicationScoped
public class ImportStore {
    private static final String[] STATUSES = {"reading", "finished", "broken"};

    @Inject
    Sql jdbc;

    @Inject
    RecipientStore recipients;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** For the container. */
    public ImportStore() {}

    /** Imports in a database of a test. */
    public ImportStore(Sql jdbc, RecipientStore recipients, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes that a file is being read. */
    @Transactional
    public UUID begin(UUID campaignId) {
        var id = ids.next();
        jdbc.execute("beginning an import", connection -> {
            var sql = "insert into cmp_import (id, campaign_id, status, started_at, first_position)"
                    + " select ?, id, 0, ?, next_position from cmp_campaign where id = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                Columns.set(statement, 2, now());
                statement.setObject(3, campaignId);
                statement.executeUpdate();
            }
        });
        return id;
    }

    /** Puts people on the list who come from no file, in a transaction of their own. */
    @Transactional
    public RecipientStore.Added add(UUID campaignId, List<NewRecipient> people) {
        return recipients.add(campaignId, people, now());
    }

    /** Puts a chunk of a file on the list, and notes how far it is. */
    @Transactional
    public void keep(UUID campaignId, UUID importId, List<NewRecipient> chunk) {
        var added = recipients.add(campaignId, chunk, now());
        jdbc.execute("noting the progress of an import", connection -> {
            var sql = "update cmp_import set rows = rows + ?, added = added + ?, skipped = skipped + ?,"
                    + " last_position = ? where id = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setLong(1, chunk.size());
                statement.setLong(2, added.added());
                statement.setLong(3, added.skipped());
                statement.setLong(4, added.first() + chunk.size() - 1);
                statement.setObject(5, importId);
                statement.executeUpdate();
            }
        });
    }

    /**
     * Notes that a file has ended.
     *
     * @param problem why it could not be read on; null when it was read to its end
     */
    @Transactional
    public void end(UUID importId, @Nullable String problem) {
        jdbc.execute("ending an import", connection -> {
            var sql = "update cmp_import set status = ?, problem = ?, ended_at = ? where id = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setInt(1, problem == null ? 1 : 2);
                statement.setString(2, problem);
                Columns.set(statement, 3, now());
                statement.setObject(4, importId);
                statement.executeUpdate();
            }
        });
    }

    /** The files of a campaign, the newest first. */
    @Transactional
    public List<ImportView> list(UUID campaignId) {
        return jdbc.run("reading imports", connection -> {
            var views = new ArrayList<ImportView>();
            var sql = "select * from cmp_import where campaign_id = ? order by id desc limit 100";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, campaignId);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        views.add(view(rows));
                    }
                }
            }
            return views;
        });
    }

    private static ImportView view(ResultSet row) throws SQLException {
        return new ImportView(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "campaign_id"),
                STATUSES[row.getInt("status")],
                row.getLong("rows"),
                row.getLong("added"),
                row.getLong("skipped"),
                row.getString("problem"),
                Columns.requiredInstant(row, "started_at"),
                Columns.instant(row, "ended_at"),
                row.getLong("first_position"),
                (Long) row.getObject("last_position"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
