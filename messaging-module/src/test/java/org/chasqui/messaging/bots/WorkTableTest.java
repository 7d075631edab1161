package org.chasqui.messaging.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.ledger.Beside;
import org.chasqui.messaging.messages.ledger.NewMessage;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.junit.jupiter.api.Test;

class WorkTableTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final MessagingDatabase database = new MessagingDatabase();
    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
    private final UUID number = ids.next();
    private final UUID conversation = ids.next();
    private final WorkTable work = new WorkTable();

    {
        work.jdbc = database.jdbc();
        work.ids = ids;
    }

    @Test
    void whatIsWrittenWithoutAPauseIsOneTurn() {
        var first = inbound("text", NOW);
        note(first, NOW);
        assertThat(work.claim(10, NOW.plusSeconds(1), NOW.plusSeconds(60))).isEmpty();

        var second = inbound("text", NOW.plusMillis(1_500));
        note(second, NOW.plusMillis(1_500));
        assertThat(work.claim(10, NOW.plusMillis(3_400), NOW.plusSeconds(60))).isEmpty();

        assertThat(work.claim(10, NOW.plusMillis(3_500), NOW.plusSeconds(60)))
                .singleElement()
                .satisfies(turn -> assertThat(turn.messageIds()).containsExactly(first, second));
    }

    @Test
    void nobodyIsKeptWaitingByOneWhoWritesAllTheTime() {
        for (int i = 0; i < 20; i++) {
            note(inbound("text", NOW.plusSeconds(i)), NOW.plusSeconds(i));
        }

        assertThat(work.claim(10, NOW.plusSeconds(8), NOW.plusSeconds(60))).hasSize(1);
    }

    @Test
    void whatWantsNoAnswerIsPassedOver() {
        for (var type : List.of("reaction", "system", "edit", "revoke", "unsupported")) {
            note(inbound(type, NOW), NOW);
        }

        assertThat(work.claim(10, NOW.plusSeconds(60), NOW.plusSeconds(120))).isEmpty();
    }

    @Test
    void oneWorkerHasATurnUntilHisClaimEnds() {
        note(inbound("text", NOW), NOW);
        var mine = work.claim(10, NOW.plusSeconds(2), NOW.plusSeconds(22)).get(0);
        assertThat(work.claim(10, NOW.plusSeconds(21), NOW.plusSeconds(60))).isEmpty();

        var taken = work.claim(10, NOW.plusSeconds(22), NOW.plusSeconds(60)).get(0);

        assertThat(taken.id()).isEqualTo(mine.id());
        assertThat(taken.attempt()).isEqualTo(2);
        assertThat(work.mine(mine)).isEmpty();
        assertThat(work.extend(mine, NOW.plusSeconds(90))).isFalse();
        assertThat(work.finish(mine, NOW, NOW)).isFalse();
        assertThat(work.finish(taken, NOW, NOW)).isTrue();
        assertThat(database.text("select count(*) from msg_bot_work")).isEqualTo("0");
    }

    @Test
    void whatIsWrittenMeanwhileIsATurnOfItsOwn() {
        var first = inbound("text", NOW);
        note(first, NOW);
        var turn = work.claim(10, NOW.plusSeconds(2), NOW.plusSeconds(60)).get(0);
        var second = inbound("text", NOW.plusSeconds(3));
        note(second, NOW.plusSeconds(3));

        assertThat(work.finish(turn, NOW.plusSeconds(4), NOW.plusSeconds(6))).isTrue();

        assertThat(work.claim(10, NOW.plusSeconds(5), NOW.plusSeconds(60))).isEmpty();
        assertThat(work.claim(10, NOW.plusSeconds(6), NOW.plusSeconds(60)))
                .singleElement()
                .satisfies(next -> {
                    assertThat(next.messageIds()).containsExactly(second);
                    assertThat(next.id()).isNotEqualTo(turn.id());
                    assertThat(next.attempt()).isOne();
                });
    }

    @Test
    void whatWasPostponedComesBackWhenItIsDue() {
        note(inbound("text", NOW), NOW);
        var turn = work.claim(10, NOW.plusSeconds(2), NOW.plusSeconds(60)).get(0);

        work.postpone(turn, NOW.plusSeconds(30));

        assertThat(work.claim(10, NOW.plusSeconds(29), NOW.plusSeconds(90))).isEmpty();
        assertThat(work.claim(10, NOW.plusSeconds(30), NOW.plusSeconds(90))).hasSize(1);
    }

    @Test
    void onlyWhatNobodyHasAnsweredIsCaughtUpWith() {
        talk(conversation, NOW.minusSeconds(3_600));
        var old = inbound("text", NOW.minusSeconds(3_700));
        outbound(NOW.minusSeconds(3_650));
        var open = inbound("text", NOW.minusSeconds(3_600));
        inbound("reaction", NOW.minusSeconds(3_500));

        assertThat(work.catchUp(List.of(number), NOW.minusSeconds(86_400), NOW, 10))
                .isOne();

        assertThat(work.claim(10, NOW, NOW.plusSeconds(60))).singleElement().satisfies(turn -> {
            assertThat(turn.messageIds()).containsExactly(open).doesNotContain(old);
            assertThat(turn.catchingUp()).isTrue();
        });
        assertThat(work.catchUp(List.of(number), NOW.minusSeconds(86_400), NOW, 10))
                .isZero();
    }

    @Test
    void whatIsInADecisionOrTooOldIsNotCaughtUpWith() {
        talk(conversation, NOW.minusSeconds(60));
        var decided = inbound("text", NOW.minusSeconds(60));
        database.execute(
                "insert into msg_bot_heard (message_id, decision_id) values ('" + decided + "', '" + ids.next() + "')");
        var forgotten = ids.next();
        talk(forgotten, NOW.minusSeconds(90_000));

        assertThat(work.catchUp(List.of(number), NOW.minusSeconds(86_400), NOW, 10))
                .isZero();
    }

    private void note(UUID message, Instant at) {
        work.note(List.of(new WorkTable.Fresh(message, PAUSE)), at);
    }

    private void talk(UUID id, Instant lastInbound) {
        database.execute("insert into msg_conversation (id, workspace_id, number_id, peer, created_at, last_inbound_at,"
                + " window_expires_at) values ('" + id + "', '" + number + "', '" + number + "', '" + id + "', '"
                + lastInbound
                + "', '" + lastInbound + "', '" + lastInbound.plusSeconds(86_400) + "')");
    }

    private UUID inbound(String type, Instant at) {
        return message(Direction.INBOUND, type, at);
    }

    private void outbound(Instant at) {
        message(Direction.OUTBOUND, "text", at);
    }

    private UUID message(Direction direction, String type, Instant at) {
        var id = ids.next();
        database.ledger()
                .insert(List.of(new NewMessage(
                        id,
                        number,
                        number,
                        "106540352242922",
                        conversation,
                        direction,
                        "14155550001",
                        type,
                        "{\"body\":\"hello\"}",
                        null,
                        null,
                        "service",
                        Lane.UTILITY,
                        direction == Direction.INBOUND ? "wamid." + id : null,
                        at,
                        null,
                        Beside.NOTHING)));
        return id;
    }
}
