package org.chasqui.campaigns.recipients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.CampaignMessages;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the messages of campaigns, noted with their recipients in the transaction that changes the messages.
 * Messages are locked before recipients, by everybody.
 */
@ApplicationScoped
class Outcomes {
    /** An answer within this time belongs to the campaign; later it is a conversation of its own. */
    private static final Duration ANSWERS = Duration.ofHours(72);

    /** A message of an earlier round that moves late finds no recipient: he waits for, or has, another one. */
    private static final String MOVE = """
            with told as (
                select r.campaign_id, r.position, r.state as before, n.state as after, n.error_code
                from unnest(?::uuid[], ?::smallint[], ?::integer[]) as n(message_id, state, error_code)
                join cmp_recipient r on r.message_id = n.message_id
                where r.state <> n.state
                order by r.campaign_id, r.position for update of r)
            update cmp_recipient r set state = told.after, error_code = told.error_code, changed_at = ?
            from told where r.campaign_id = told.campaign_id and r.position = told.position
            returning r.campaign_id, told.before, told.after
            """;

    private static final String REPLY = """
            with answered as (
                select distinct on (r.campaign_id, r.position) r.campaign_id, r.position, n.at
                from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as n(number_id, identity, at)
                join cmp_campaign c on c.number_id = n.number_id and c.launched_at is not null
                    and c.launched_at <= n.at and c.launched_at > n.at - interval '40 days'
                join cmp_recipient r on r.campaign_id = c.id and r.identity = n.identity
                where r.replied_at is null and r.message_id is not null and r.state in (2, 3, 4, 5)
                    and n.at between r.handed_at and r.handed_at + ?::interval
                order by r.campaign_id, r.position, n.at),
            locked as (
                select r.campaign_id, r.position, a.at from answered a
                join cmp_recipient r on r.campaign_id = a.campaign_id and r.position = a.position
                where r.replied_at is null order by r.campaign_id, r.position for update of r)
            update cmp_recipient r set replied_at = locked.at
            from locked where r.campaign_id = locked.campaign_id and r.position = locked.position
            returning r.campaign_id
            """;

    @Inject
    Sql jdbc;

    @Inject
    Tallies tallies;

    @Inject
    CampaignMessages messages;

    @Inject
    Clock clock;

    void note(@Observes MessagesMoved event) {
        var ours = event.moves().stream()
                .filter(move -> move.campaignId() != null && move.from() != null && move.from() != move.to())
                .toList();
        if (!ours.isEmpty()) {
            tallies.moved(move(ours), Tallies.Slot.of(event.source()));
        }
        var written = event.moves().stream()
                .filter(move -> move.direction() == Direction.INBOUND && move.to() == MessageStatus.RECEIVED)
                .toList();
        if (!written.isEmpty()) {
            noteReplies(written);
        }
    }

    private List<Change> move(List<Move> moves) {
        return jdbc.run("noting what became of recipients", connection -> {
            try (var statement = connection.prepareStatement(MOVE)) {
                statement.setArray(1, Columns.of(connection, "uuid", moves, Move::messageId));
                statement.setArray(
                        2,
                        Columns.of(
                                connection,
                                "smallint",
                                moves,
                                move -> RecipientState.of(move.to()).code()));
                statement.setArray(3, Columns.of(connection, "integer", moves, Outcomes::problem));
                Columns.set(statement, 4, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                return RecipientStore.changes(statement);
            }
        });
    }

    private static @Nullable Integer problem(Move move) {
        return move.to() == MessageStatus.FAILED || move.to() == MessageStatus.UNCERTAIN ? move.errorCode() : null;
    }

    private record Reply(UUID numberId, String identity, Instant at) {}

    private void noteReplies(List<Move> moves) {
        if (!hasRecentCampaign(moves.stream().map(Move::numberId).distinct().toList())) {
            return;
        }
        var byWorkspace = new ArrayList<MessageView>();
        moves.stream()
                .map(Move::workspaceId)
                .distinct()
                .forEach(workspace -> byWorkspace.addAll(messages.byIds(
                                workspace,
                                moves.stream()
                                        .filter(move -> move.workspaceId().equals(workspace))
                                        .map(Move::messageId)
                                        .toList())
                        .values()));
        var replies = byWorkspace.stream()
                .map(view -> new Reply(view.numberId(), NewRecipient.identity(view.peer()), view.createdAt()))
                .toList();
        tallies.replied(reply(replies));
    }

    private boolean hasRecentCampaign(Collection<UUID> numberIds) {
        var since = clock.instant().minus(Duration.ofDays(40));
        return jdbc.run("looking for campaigns of a number", connection -> {
            var sql = "select exists (select 1 from cmp_campaign where number_id = any(?) and launched_at > ?)";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, Columns.uuids(connection, numberIds));
                Columns.set(statement, 2, since);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getBoolean(1);
                }
            }
        });
    }

    private List<UUID> reply(List<Reply> replies) {
        return jdbc.run("noting replies", connection -> {
            var campaigns = new ArrayList<UUID>();
            try (var statement = connection.prepareStatement(REPLY)) {
                statement.setArray(1, Columns.of(connection, "uuid", replies, Reply::numberId));
                statement.setArray(2, Columns.of(connection, "text", replies, Reply::identity));
                statement.setArray(3, Columns.of(connection, "timestamptz", replies, Reply::at));
                statement.setString(4, ANSWERS.toString());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        campaigns.add(Columns.uuid(rows, 1));
                    }
                }
            }
            return campaigns;
        });
    }
}
