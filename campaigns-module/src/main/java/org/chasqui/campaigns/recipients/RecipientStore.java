package org.chasqui.campaigns.recipients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/** The rows of recipients, many at a time; whatever moves a row moves the counts. Callers bring the transaction. */
@ApplicationScoped
public class RecipientStore {
    private static final String PLACES =
            "update cmp_campaign set next_position = next_position + ? where id = ? returning next_position - ?";

    private static final String INSERT = """
            insert into cmp_recipient (campaign_id, position, identity, written, peer, name, variables, line, state,
                reason, detail, changed_at)
            select ?, n.*, ?::timestamptz from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                ?::smallint[], ?::text[], ?::text[]) as n
            on conflict do nothing returning position
            """;
    private static final String WAITING = """
            select * from cmp_recipient where campaign_id = ? and position > ? and state = 20 order by position limit ?
            """;
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
            returning r.campaign_id, told.before, told.after
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
     * What became of a batch of new recipients.
     *
     * @param added how many can be written to
     * @param skipped how many cannot, duplicates included
     * @param first the place of the first of them
     */
    public record Added(long added, long skipped, long first) {}

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

    /** Puts people on the list; who is there already, or cannot be written to, is kept as skipped, with the reason. */
    public Added add(UUID campaignId, List<NewRecipient> batch, Instant now) {
        long first = places(campaignId, batch.size());
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < batch.size(); i++) {
            placed.add(new Placed(first + i, batch.get(i), false));
        }
        var written = insert(campaignId, placed, now);
        var doubles = placed.stream()
                .filter(one -> !written.contains(one.position))
                .map(one -> new Placed(one.position, one.recipient, true))
                .toList();
        insert(campaignId, doubles, now);
        long unusable = batch.stream().filter(one -> one.peer() == null).count();
        long added = batch.size() - unusable - doubles.size();
        var counts = new EnumMap<RecipientState, Long>(RecipientState.class);
        counts.put(RecipientState.WAITING, added);
        counts.put(RecipientState.SKIPPED, batch.size() - added);
        tallies.added(campaignId, counts);
        return new Added(added, batch.size() - added, first);
    }

    private record Placed(long position, NewRecipient recipient, boolean isDouble) {
        private @Nullable String identity() {
            return isDouble ? null : recipient.identity();
        }

        private @Nullable SkipReason skip() {
            if (isDouble) {
                return SkipReason.DUPLICATE;
            }
            return recipient.peer() == null ? SkipReason.NO_IDENTITY : null;
        }

        private @Nullable String reason() {
            var skip = skip();
            return skip == null ? null : skip.wireName();
        }

        private @Nullable String detail() {
            var skip = skip();
            return skip == null ? null : skip.meaning();
        }

        private int state() {
            return (skip() == null ? RecipientState.WAITING : RecipientState.SKIPPED).code();
        }
    }

    private long places(UUID campaignId, int count) {
        return jdbc.run("taking places on the list", connection -> {
            try (var statement = connection.prepareStatement(PLACES)) {
                statement.setInt(1, count);
                statement.setObject(2, campaignId);
                statement.setInt(3, count);
                try (var rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        throw new IllegalArgumentException("there is no campaign " + campaignId);
                    }
                    return rows.getLong(1);
                }
            }
        });
    }

    private Set<Long> insert(UUID campaignId, List<Placed> placed, Instant now) {
        if (placed.isEmpty()) {
            return Set.of();
        }
        return jdbc.run("adding recipients", connection -> {
            var written = new HashSet<Long>();
            try (var statement = connection.prepareStatement(INSERT)) {
                statement.setObject(1, campaignId);
                Columns.set(statement, 2, now);
                statement.setArray(3, Columns.of(connection, "bigint", placed, Placed::position));
                statement.setArray(4, Columns.of(connection, "text", placed, Placed::identity));
                statement.setArray(5, Columns.of(connection, "text", placed, p -> clean(p.recipient.written())));
                statement.setArray(6, Columns.of(connection, "text", placed, p -> p.recipient.peer()));
                statement.setArray(7, Columns.of(connection, "text", placed, p -> clean(p.recipient.name())));
                statement.setArray(8, Columns.of(connection, "text", placed, p -> json(p.recipient.variables())));
                statement.setArray(9, Columns.of(connection, "bigint", placed, p -> p.recipient.line()));
                statement.setArray(10, Columns.of(connection, "smallint", placed, Placed::state));
                statement.setArray(11, Columns.of(connection, "text", placed, Placed::reason));
                statement.setArray(12, Columns.of(connection, "text", placed, Placed::detail));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        written.add(rows.getLong(1));
                    }
                }
            }
            return written;
        });
    }

    /** PostgreSQL's text holds no NUL. */
    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }

    /** The next recipients behind a place who nobody has had a turn with yet. The caller has locked the campaign. */
    public List<RecipientRow> waiting(UUID campaignId, long cursor, int limit) {
        return read(WAITING, campaignId, cursor, limit);
    }

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

    /** Reads a row that begins with a campaign, the state before and the state after. */
    static Change change(ResultSet row) throws SQLException {
        return new Change(
                Columns.uuid(row, 1), RecipientState.ofCode(row.getInt(2)), RecipientState.ofCode(row.getInt(3)));
    }

    /**
     * Ends recipients who wait for their turn, one batch.
     *
     * @return how many; 0 when nobody waits
     */
    public int cancelWaiting(UUID campaignId, int limit, Instant now) {
        return shift(
                campaignId,
                "select campaign_id, position, state as before, 10 as after from cmp_recipient"
                        + " where campaign_id = ? and state = 20 order by position limit ? for update",
                limit,
                now);
    }

    /**
     * Gives recipients another turn whose message has failed with one of the codes, or has expired.
     *
     * @param codes Meta's codes that a later attempt may get past
     * @return how many
     */
    public int again(UUID campaignId, Set<Integer> codes, int limit, Instant now) {
        var failed = codes.isEmpty()
                ? ""
                : " or state = 7 and error_code in ("
                        + String.join(",", codes.stream().map(String::valueOf).toList()) + ")";
        return shift(
                campaignId,
                "select campaign_id, position, state as before, 20 as after from cmp_recipient"
                        + " where campaign_id = ? and (state = 9" + failed + ") order by position limit ? for update",
                limit,
                now);
    }

    private int shift(UUID campaignId, String rows, int limit, Instant now) {
        var changes = jdbc.run("moving recipients", connection -> {
            var sql = "with told as (" + rows + ") update cmp_recipient r set state = told.after, changed_at = ?,"
                    + " message_id = case when told.after = 20 then null else r.message_id end,"
                    + " error_code = case when told.after = 20 then null else r.error_code end"
                    + " from told where r.campaign_id = told.campaign_id and r.position = told.position"
                    + " returning r.campaign_id, told.before, told.after";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, campaignId);
                statement.setInt(2, limit);
                Columns.set(statement, 3, now);
                return changes(statement);
            }
        });
        tallies.moved(changes, Tallies.Slot.CAMPAIGN);
        return changes.size();
    }

    /** Meta's codes with which messages of a campaign have failed, the most frequent first. */
    public Map<String, Long> failures(UUID campaignId) {
        return tallies.sums(campaignId, RecipientState.FAILED, "error_code");
    }

    /** Why recipients were skipped, the most frequent first. */
    public Map<String, Long> skips(UUID campaignId) {
        return tallies.sums(campaignId, RecipientState.SKIPPED, "reason");
    }

    /**
     * Recipients in the order of the list.
     *
     * @param states any of these; empty for all
     * @param reason only those skipped for this; null for all
     * @param errorCode only those with this code of Meta; null for all
     * @param cursor place behind which to begin
     */
    public List<RecipientRow> list(
            UUID campaignId,
            Set<RecipientState> states,
            @Nullable String reason,
            @Nullable Integer errorCode,
            boolean onlyReplied,
            long cursor,
            int limit) {
        var sql = new StringBuilder("select * from cmp_recipient where campaign_id = ? and position > ?");
        var parameters = new ArrayList<Object>(List.of(campaignId, cursor));
        if (!states.isEmpty()) {
            sql.append(" and state in (")
                    .append(String.join(
                            ",",
                            states.stream()
                                    .map(state -> Integer.toString(state.code()))
                                    .toList()))
                    .append(')');
        }
        if (reason != null) {
            sql.append(" and reason = ?");
            parameters.add(reason);
        }
        if (errorCode != null) {
            sql.append(" and error_code = ?");
            parameters.add(errorCode);
        }
        if (onlyReplied) {
            sql.append(" and replied_at is not null");
        }
        parameters.add(limit);
        return read(sql + " order by position limit ?", parameters.toArray());
    }

    private List<RecipientRow> read(String sql, Object... parameters) {
        return jdbc.run("reading recipients", connection -> {
            var read = new ArrayList<RecipientRow>();
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        read.add(row(rows));
                    }
                }
            }
            return read;
        });
    }

    private static RecipientRow row(ResultSet row) throws SQLException {
        return new RecipientRow(
                Columns.uuid(row, "campaign_id"),
                row.getLong("position"),
                row.getString("written"),
                row.getString("peer"),
                row.getString("name"),
                variables(row.getString("variables")),
                (Long) row.getObject("line"),
                RecipientState.ofCode(row.getInt("state")),
                row.getString("reason"),
                row.getString("detail"),
                Columns.integer(row, "error_code"),
                (UUID) row.getObject("message_id"),
                row.getInt("rounds"),
                Columns.requiredInstant(row, "changed_at"),
                Columns.instant(row, "replied_at"));
    }

    private static String json(Map<String, String> variables) {
        try {
            return Json.mapper().writeValueAsString(variables).replace("\\u0000", "");
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("variables that are no JSON", impossible);
        }
    }

    private static Map<String, String> variables(String json) {
        try {
            return Json.mapper().readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("variables that are no JSON", impossible);
        }
    }
}
