package org.chasqui.campaigns.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.campaigns.testing.CampaignDatabase;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a message, and what its recipient and the counts make of it. */
class OutcomesTest {
    private static final CampaignDatabase DATABASE = new CampaignDatabase();
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final UUID campaign = UUID.randomUUID();
    private final UUID message = UUID.randomUUID();
    private final RecipientStore recipients = new RecipientStore(DATABASE.sql());
    private final RecipientReader reader = new RecipientReader(DATABASE.sql());
    private final Reasons reasons = new Reasons(DATABASE.sql());
    private final Minutes minutes = new Minutes(DATABASE.sql());
    private final Tallies tallies = new Tallies(DATABASE.sql());
    private final Outcoming outcomes = new Outcoming(DATABASE.sql(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void writeToSomebody() {
        DATABASE.execute("insert into cmp_campaign (id, workspace_id, name, number_id, account_id, phone_number_id,"
                + " template, language, category, created_at, created_by, launched_at, status) values ('" + campaign
                + "', gen_random_uuid(), 'Sale', gen_random_uuid(), gen_random_uuid(), '1', 'sale', 'en_US',"
                + " 'marketing', '" + NOW + "', 'test', '" + NOW + "', 2)");
        new RecipientList(DATABASE.sql())
                .add(campaign, List.of(NewRecipient.of("+5511965501234", null, Map.of(), null)), NOW);
        recipients.handOver(campaign, List.of(new RecipientStore.Turn(1, message, null, null)), NOW);
    }

    private Move move(MessageStatus from, MessageStatus to, @Nullable Integer code, @Nullable Instant repliedAt) {
        return new Move(
                message,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Direction.OUTBOUND,
                "marketing",
                "sale",
                campaign,
                "5511965501234",
                NOW,
                from,
                to,
                Set.of(),
                Milestones.NONE,
                new Milestones(null, null, null, null, null, repliedAt, code, null));
    }

    /** What was known before a move, and what is known since. */
    private Move learnt(MessageStatus from, Milestones before, MessageStatus to, Milestones after) {
        var move = move(from, to, after.errorCode(), null);
        return new Move(
                move.messageId(),
                move.workspaceId(),
                move.numberId(),
                move.direction(),
                move.category(),
                move.template(),
                move.campaignId(),
                move.peer(),
                move.createdAt(),
                from,
                to,
                Set.of(),
                before,
                after);
    }

    private static Milestones known(
            @Nullable Integer accepted, @Nullable Integer sent, @Nullable Integer delivered, @Nullable Integer failed) {
        return new Milestones(
                at(accepted), at(sent), at(delivered), null, at(failed), null, failed == null ? null : 131026, null);
    }

    /** Seconds after noon. */
    private static @Nullable Instant at(@Nullable Integer seconds) {
        return seconds == null ? null : NOW.plusSeconds(seconds);
    }

    private static Minute minute(int minute, long taken, long delivered, long failed) {
        return new Minute(NOW.plusSeconds(60L * minute), taken, delivered, failed);
    }

    private void tell(Move... moves) {
        outcomes.hear(new MessagesMoved("merge", List.of(moves)));
    }

    private RecipientRow recipient() {
        return reader.list(campaign, Set.of(), null, null, false, 0, 1).get(0);
    }

    /** The recipient and both ways to count say the same. */
    private void standsAs(RecipientState state, long replied) {
        assertThat(recipient().state()).isEqualTo(state);
        for (var tally : List.of(tallies.of(campaign), tallies.recount(campaign))) {
            assertThat(tally.of(state)).isEqualTo(1);
            assertThat(tally.total()).isEqualTo(1);
            assertThat(tally.replied()).isEqualTo(replied);
        }
    }

    @Test
    void theSameWordTwiceMovesNobodyTwice() {
        tell(move(MessageStatus.QUEUED, MessageStatus.READ, null, null));
        tell(move(MessageStatus.QUEUED, MessageStatus.READ, null, null));
        tell(move(MessageStatus.READ, MessageStatus.PLAYED, null, null));

        standsAs(RecipientState.READ, 0);
    }

    @Test
    void countsWhoAnswersOnce() {
        tell(move(MessageStatus.QUEUED, MessageStatus.DELIVERED, null, null));
        tell(move(MessageStatus.DELIVERED, MessageStatus.DELIVERED, null, NOW.plusSeconds(60)));
        tell(move(MessageStatus.DELIVERED, MessageStatus.DELIVERED, null, NOW.plusSeconds(90)));

        standsAs(RecipientState.DELIVERED, 1);
        assertThat(recipient().repliedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void aStepAndAnAnswerOfOneBatchAreBothNoted() {
        tell(
                move(MessageStatus.QUEUED, MessageStatus.READ, null, null),
                move(MessageStatus.QUEUED, MessageStatus.QUEUED, null, NOW.plusSeconds(60)));

        standsAs(RecipientState.READ, 1);
    }

    @Test
    void aFailureHasItsCodeUntilTheMessageArrivesAllTheSame() {
        tell(move(MessageStatus.QUEUED, MessageStatus.FAILED, 131026, null));
        standsAs(RecipientState.FAILED, 0);
        assertThat(recipient().errorCode()).isEqualTo(131026);
        tell(move(MessageStatus.FAILED, MessageStatus.FAILED, null, NOW.plusSeconds(60)));
        assertThat(recipient().errorCode()).as("an answer says nothing of it").isEqualTo(131026);

        tell(move(MessageStatus.FAILED, MessageStatus.DELIVERED, null, null));
        standsAs(RecipientState.DELIVERED, 1);
        assertThat(recipient().errorCode()).isNull();
        assertThat(reasons.of(campaign, RecipientState.FAILED)).isEmpty();
    }

    @Test
    void countsFailuresByTheirCode() {
        tell(move(MessageStatus.QUEUED, MessageStatus.FAILED, 131026, null));

        assertThat(reasons.of(campaign, RecipientState.FAILED)).containsExactly(Map.entry("131026", 1L));
        assertThat(reasons.recount(campaign, RecipientState.FAILED)).containsExactly(Map.entry("131026", 1L));
    }

    @Test
    void countsEachStepInTheMinuteInWhichItHappened() {
        var taken = known(59, null, null, null);
        var arrived = known(59, 60, 130, null);
        tell(learnt(MessageStatus.QUEUED, Milestones.NONE, MessageStatus.ACCEPTED, taken));
        tell(learnt(MessageStatus.ACCEPTED, taken, MessageStatus.DELIVERED, arrived));

        assertThat(minutes.of(campaign)).containsExactly(minute(0, 1, 0, 0), minute(2, 0, 1, 0));
        assertThat(minutes.takenSince(List.of(campaign), NOW)).containsExactly(Map.entry(campaign, 1L));
        assertThat(minutes.takenSince(List.of(campaign), NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void anEarlierTimeThatIsToldLateMovesTheMessageToItsMinute() {
        var first = known(10, 20, 190, null);
        var earlier = known(10, 20, 100, null);
        tell(learnt(MessageStatus.ACCEPTED, known(10, null, null, null), MessageStatus.DELIVERED, first));
        tell(learnt(MessageStatus.DELIVERED, first, MessageStatus.DELIVERED, earlier));

        assertThat(minutes.of(campaign)).containsExactly(minute(1, 0, 1, 0));
    }

    @Test
    void whatMetaTellsOfALostCallWasTakenWhenItWasSentAndThenWhenItsAnswerSays() {
        var sent = known(null, 70, null, null);
        var accepted = known(50, 70, null, null);
        tell(learnt(MessageStatus.UNCERTAIN, Milestones.NONE, MessageStatus.SENT, sent));
        assertThat(minutes.of(campaign)).containsExactly(minute(1, 1, 0, 0));

        tell(learnt(MessageStatus.SENT, sent, MessageStatus.SENT, accepted));
        assertThat(minutes.of(campaign)).containsExactly(minute(0, 1, 0, 0));
    }

    @Test
    void aDeliveryTakesAFailureBack() {
        var failed = known(5, null, null, 65);
        tell(learnt(MessageStatus.QUEUED, Milestones.NONE, MessageStatus.FAILED, failed));
        assertThat(minutes.of(campaign)).containsExactly(minute(0, 1, 0, 0), minute(1, 0, 0, 1));

        tell(learnt(MessageStatus.FAILED, failed, MessageStatus.DELIVERED, known(5, 66, 67, null)));
        assertThat(minutes.of(campaign)).containsExactly(minute(0, 1, 0, 0), minute(1, 0, 1, 0));
    }

    /** Its recipient waits for another message; but it is a message of the campaign, and is among its rows. */
    @Test
    void aMessageOfAnEarlierRoundCountsInItsMinute() {
        tell(learnt(MessageStatus.QUEUED, Milestones.NONE, MessageStatus.FAILED, known(null, null, null, 5)));
        recipients.again(campaign, Set.of(131026), 0, 10, NOW);
        tell(learnt(
                MessageStatus.FAILED, known(null, null, null, 5), MessageStatus.DELIVERED, known(null, 61, 62, null)));

        assertThat(minutes.of(campaign)).containsExactly(minute(1, 1, 1, 0));
        standsAs(RecipientState.WAITING, 0);
    }

    @Test
    void aMessageOfAnEarlierRoundMovesNobody() {
        tell(move(MessageStatus.QUEUED, MessageStatus.EXPIRED, null, null));
        recipients.again(campaign, Set.of(), 0, 10, NOW);
        tell(move(MessageStatus.EXPIRED, MessageStatus.DELIVERED, null, null));

        standsAs(RecipientState.WAITING, 0);
    }
}
