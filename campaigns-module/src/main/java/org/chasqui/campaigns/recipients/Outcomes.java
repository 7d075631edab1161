package org.chasqui.campaigns.recipients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the messages of campaigns, noted with their recipients in the transaction that changes the messages.
 * Messages are locked before recipients, by everybody. Who answers a message is messaging's to say: so a campaign counts
 * the same answers as analytics.
 */
@ApplicationScoped
class Outcomes {
    /**
     * A message of an earlier round that moves late finds no recipient: he waits for, or has, another one. One statement
     * for steps and answers, so that rows are locked in one order.
     */
    private static final String NOTE = """
            with told as (
                select r.campaign_id, r.position, r.state as before, coalesce(n.state, r.state) as after,
                    r.error_code as code_before, case when n.state is null then r.error_code else n.error_code end as error_code,
                    r.replied_at is null and n.replied_at is not null as answers,
                    coalesce(r.replied_at, n.replied_at) as replied_at
                from unnest(?::uuid[], ?::smallint[], ?::integer[], ?::timestamptz[])
                    as n(message_id, state, error_code, replied_at)
                join cmp_recipient r on r.message_id = n.message_id
                where r.state <> n.state or (r.replied_at is null and n.replied_at is not null)
                order by r.campaign_id, r.position for update of r)
            update cmp_recipient r set state = told.after, error_code = told.error_code, replied_at = told.replied_at,
                changed_at = ?
            from told where r.campaign_id = told.campaign_id and r.position = told.position
            returning r.campaign_id, told.before, told.after, case when told.before = 7 then told.code_before::text end,
                case when told.after = 7 then told.error_code::text end, told.answers
            """;

    @Inject
    Sql jdbc;

    @Inject
    Tallies tallies;

    @Inject
    Minutes minutes;

    @Inject
    Clock clock;

    /**
     * What is new of one message.
     *
     * @param state where it stands; null when only an answer has come
     * @param repliedAt when the person answered; null when nothing is known of that
     */
    private record News(
            UUID messageId,
            @Nullable RecipientState state,
            @Nullable Integer errorCode,
            @Nullable Instant repliedAt) {
        private static News of(Move move) {
            boolean hasMoved = move.from() != move.to();
            boolean wentWrong = move.to() == MessageStatus.FAILED || move.to() == MessageStatus.UNCERTAIN;
            return new News(
                    move.messageId(),
                    hasMoved ? RecipientState.of(move.to()) : null,
                    hasMoved && wentWrong ? move.errorCode() : null,
                    move.after().repliedAt());
        }

        private boolean isWorthNoting() {
            return state != null || repliedAt != null;
        }

        /** A step and an answer may be told in one batch. */
        private News and(News later) {
            return new News(
                    messageId,
                    later.state == null ? state : later.state,
                    later.state == null ? errorCode : later.errorCode,
                    repliedAt == null ? later.repliedAt : repliedAt);
        }
    }

    void note(@Observes MessagesMoved event) {
        var byMessage = new HashMap<UUID, News>();
        event.moves().stream()
                .filter(move -> move.campaignId() != null && move.from() != null)
                .map(News::of)
                .filter(News::isWorthNoting)
                .forEach(news -> byMessage.merge(news.messageId, news, News::and));
        var slot = Tallies.Slot.of(event.source());
        if (!byMessage.isEmpty()) {
            note(List.copyOf(byMessage.values()), slot);
        }
        minutes.moved(event.moves(), slot);
    }

    private void note(List<News> news, Tallies.Slot slot) {
        var changes = new ArrayList<Change>();
        var answered = new ArrayList<UUID>();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.execute("noting what became of recipients", connection -> {
            try (var statement = connection.prepareStatement(NOTE)) {
                statement.setArray(1, Columns.of(connection, "uuid", news, News::messageId));
                statement.setArray(2, Columns.of(connection, "smallint", news, Outcomes::code));
                statement.setArray(3, Columns.of(connection, "integer", news, News::errorCode));
                statement.setArray(4, Columns.of(connection, "timestamptz", news, News::repliedAt));
                Columns.set(statement, 5, now);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        changes.add(RecipientStore.change(rows));
                        if (rows.getBoolean("answers")) {
                            answered.add(Columns.uuid(rows, "campaign_id"));
                        }
                    }
                }
            }
        });
        tallies.noted(changes, answered, slot);
    }

    private static @Nullable Integer code(News news) {
        return news.state == null ? null : news.state.code();
    }
}
