package org.chasqui.campaigns.recipients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The rows of recipients, many at a time; whatever moves a row moves the counts. Callers bring the transaction. */
@ApplicationScoped
public class RecipientStore {
    private static final String MOVE = """
            with told as (
                select r.campaign_id, r.position, r.state as before, n.state as after, n.error_code,
                    n.reason, n.detail, n.message_id, n.handed
                from unnest(?::bigint[], ?::smallint[], ?::integer[], ?::text[], ?::text[], ?::uuid[], ?::smallint[])
                    as n(position, state, error_code, reason, detail, message_id, handed)
                join cmp_recipient r on r.campaign_id = ? and r.position = n.position and r.state = 20
                order by r.position for update of r)
            update cmp_recipient r set state = told.after, error_code = told.error_code, reason = told.reason,
                detail = told.detail, message_id = told.message_id, rounds = r.rounds + told.handed, changed_at = ?,
                handed_at = case when told.handed = 1 then ?::timestamptz else r.handed_at end
            from told where r.campaign_id = told.campaign_id and r.position = told.position
            returning r.campaign_id, told.before, told.after, null, told.reason
            """;

    @Inject
    Sql jdbc;

    @Inject
    Tallies tallies;

    /** For the container. */
    public RecipientStore() {}

    /** The rows in a database of a test. */
    public RecipientStore(Sql jdbc) {
        this.jdbc = jdbc;
        this.tallies = new Tallies(jdbc);
    }

    /**
     * What became of a recipient's turn.
     *
     * @param messageId the message to him; null when he was skipped
     * @param reason why he was skipped; null when he was not
     * @param detail the same in a sentence
     */
    public record Turn(
            long position,
            @Nullable UUID messageId,
            @Nullable SkipReason reason,
            @Nullable String detail) {}

    /** Notes what became of turns: a message in the queue, or skipped. */
    public void handOver(UUID campaignId, List<Turn> turns, Instant now) {
        var changes = jdbc.run("handing recipients over", connection -> {
            try (var statement = connection.prepareStatement(MOVE)) {
                statement.setArray(1, Columns.of(connection, "bigint", turns, Turn::position));
                statement.setArray(
                        2,
                        Columns.of(
                                connection,
                                "smallint",
                                turns,
                                turn -> (turn.reason == null ? RecipientState.QUEUED : RecipientState.SKIPPED).code()));
                statement.setArray(3, Columns.of(connection, "integer", turns, turn -> null));
                statement.setArray(
                        4,
                        Columns.of(
                                connection,
                                "text",
                                turns,
                                turn -> turn.reason == null ? null : turn.reason.wireName()));
                statement.setArray(5, Columns.of(connection, "text", turns, Turn::detail));
                statement.setArray(6, Columns.of(connection, "uuid", turns, Turn::messageId));
                statement.setArray(
                        7, Columns.of(connection, "smallint", turns, turn -> turn.messageId == null ? 0 : 1));
                statement.setObject(8, campaignId);
                Columns.set(statement, 9, now);
                Columns.set(statement, 10, now);
                return changes(statement);
            }
        });
        if (changes.size() != turns.size()) {
            // Somebody else has had a turn with them: nothing of this transaction may stay.
            throw new IllegalStateException("recipients were handed over by somebody else");
        }
        tallies.moved(changes, Tallies.Slot.CAMPAIGN);
    }

    static List<Change> changes(PreparedStatement statement) throws SQLException {
        var changes = new ArrayList<Change>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                changes.add(change(rows));
            }
        }
        return changes;
    }

    /** Reads a row that begins with a campaign, the state before and after, and the word for each. */
    static Change change(ResultSet row) throws SQLException {
        return new Change(
                Columns.uuid(row, 1),
                RecipientState.ofCode(row.getInt(2)),
                RecipientState.ofCode(row.getInt(3)),
                row.getString(4),
                row.getString(5));
    }

    /**
     * Ends recipients who wait for their turn, one batch.
     *
     * @return how many; 0 when nobody waits
     */
    public int cancelWaiting(UUID campaignId, int limit, Instant now) {
        return shift(
                        campaignId,
                        "select campaign_id, position, state as before, 10 as after, null as word from cmp_recipient"
                                + " where campaign_id = ? and position > ? and state = 20 order by position limit ? for update",
                        0,
                        limit,
                        now)
                .size();
    }

    /**
     * Gives recipients another turn whose message has failed with one of the codes, or has expired, one batch.
     *
     * @param codes Meta's codes that a later attempt may get past
     * @param after place on the list behind which to look
     * @return their places in the order of the list
     */
    public List<Long> again(UUID campaignId, Set<Integer> codes, long after, int limit, Instant now) {
        var failed = codes.isEmpty()
                ? ""
                : " or state = 7 and error_code in ("
                        + String.join(",", codes.stream().map(String::valueOf).toList()) + ")";
        return shift(
                campaignId,
                "select campaign_id, position, state as before, 20 as after, "
                        + Change.WORD + " as word from cmp_recipient"
                        + " where campaign_id = ? and position > ? and (state = 9" + failed
                        + ") order by position limit ? for update",
                after,
                limit,
                now);
    }

    private List<Long> shift(UUID campaignId, String rows, long after, int limit, Instant now) {
        var positions = new ArrayList<Long>();
        var changes = jdbc.run("moving recipients", connection -> {
            var sql = "with told as (" + rows + ") update cmp_recipient r set state = told.after, changed_at = ?,"
                    + " message_id = case when told.after = 20 then null else r.message_id end,"
                    + " error_code = case when told.after = 20 then null else r.error_code end"
                    + " from told where r.campaign_id = told.campaign_id and r.position = told.position"
                    + " returning r.campaign_id, told.before, told.after, told.word, null, r.position";
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, campaignId, after, limit, now);
                var moved = new ArrayList<Change>();
                try (var moves = statement.executeQuery()) {
                    while (moves.next()) {
                        moved.add(change(moves));
                        positions.add(moves.getLong(6));
                    }
                }
                return moved;
            }
        });
        tallies.moved(changes, Tallies.Slot.CAMPAIGN);
        return positions.stream().sorted().toList();
    }
}
