package org.chasqui.campaigns.recipients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.nodes.LivingProcess;
import org.jspecify.annotations.Nullable;

/** Files that are read into campaigns, and how far they are. Each chunk commits with its progress. */
@ApplicationScoped
public class ImportStore {
    private static final String BROKEN = "broken";
    private static final String[] STATUSES = {ImportView.READING, "finished", BROKEN};

    /** Nobody reads a file any more of which nothing was heard for so long, though the process that did lives. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final String ABANDONED =
            "the reading was interrupted, perhaps by a restart. Give the file again: who is on the list already is skipped.";

    @Inject
    Sql jdbc;

    @Inject
    RecipientList recipients;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    LivingProcess process;

    /** For the container. */
    public ImportStore() {}

    /** Imports in a database of a test. */
    public ImportStore(Sql jdbc, RecipientList recipients, Ids ids, Clock clock, LivingProcess process) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.ids = ids;
        this.clock = clock;
        this.process = process;
    }

    /** Notes that a file is being read, by this process. */
    @Transactional
    public UUID begin(UUID campaignId) {
        var id = ids.next();
        jdbc.execute("beginning an import", connection -> {
            var sql = "insert into cmp_import (id, campaign_id, status, started_at, touched_at, holder, first_position)"
                    + " select ?, id, 0, ?, ?, ?, next_position from cmp_campaign where id = ?";
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, id, now(), now(), process.id(), campaignId);
                statement.executeUpdate();
            }
        });
        return id;
    }

    /** Puts people on the list who come from no file, in a transaction of their own. */
    @Transactional
    public RecipientList.Added add(UUID campaignId, List<NewRecipient> people) {
        return recipients.add(campaignId, people, now());
    }

    /** Puts a chunk of a file on the list, and notes how far it is. */
    @Transactional
    public void keep(UUID campaignId, UUID importId, List<NewRecipient> chunk) {
        var added = recipients.add(campaignId, chunk, now());
        jdbc.execute("noting the progress of an import", connection -> {
            var sql = "update cmp_import set rows = rows + ?, added = added + ?, skipped = skipped + ?,"
                    + " last_position = ?, touched_at = ? where id = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setLong(1, chunk.size());
                statement.setLong(2, added.added());
                statement.setLong(3, added.skipped());
                statement.setLong(4, added.first() + chunk.size() - 1);
                Columns.set(statement, 5, now());
                statement.setObject(6, importId);
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

    /** The files of a campaign, the newest first. What a process was reading that has died is broken off. */
    @Transactional
    public List<ImportView> list(UUID campaignId) {
        return jdbc.run("reading imports", connection -> {
            var views = new ArrayList<ImportView>();
            var sql = "select i.*, " + LivingProcess.isGone("i.holder") + " as orphaned from cmp_import i"
                    + " where i.campaign_id = ? order by i.id desc limit 100";
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

    /** A file of a campaign. */
    @Transactional
    public Optional<ImportView> find(UUID campaignId, UUID importId) {
        return list(campaignId).stream()
                .filter(view -> view.id().equals(importId))
                .findFirst();
    }

    private ImportView view(ResultSet row) throws SQLException {
        var status = STATUSES[row.getInt("status")];
        boolean isAbandoned = status.equals(ImportView.READING)
                && (row.getBoolean("orphaned")
                        || Columns.requiredInstant(row, "touched_at").isBefore(now().minus(SILENCE)));
        return new ImportView(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "campaign_id"),
                isAbandoned ? BROKEN : status,
                row.getLong("rows"),
                row.getLong("added"),
                row.getLong("skipped"),
                isAbandoned ? ABANDONED : row.getString("problem"),
                Columns.requiredInstant(row, "started_at"),
                Columns.instant(row, "ended_at"),
                row.getLong("first_position"),
                (Long) row.getObject("last_position"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
