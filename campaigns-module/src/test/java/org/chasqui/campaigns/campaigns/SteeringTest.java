package org.chasqui.campaigns.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.chasqui.campaigns.recipients.NewRecipient;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.testing.CampaignDatabase;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class SteeringTest {
    private static final CampaignDatabase DATABASE = new CampaignDatabase();

    private final World world = new World(DATABASE);

    private void pause() {
        DATABASE.work(() -> world.steering.pause(world.id, "ana"));
    }

    private void resume() {
        DATABASE.work(() -> world.steering.resume(world.id, Given.ready(), "ana"));
    }

    private void judge() {
        DATABASE.work(() -> world.steering.judge(world.id));
    }

    @Test
    void isLaunchedOnce() {
        world.invite(3);
        world.launch();

        assertThatThrownBy(world::launch)
                .isInstanceOfSatisfying(
                        RequestFailed.class, failed -> assertThat(failed.code()).isEqualTo(FailureCode.CONFLICT));
        assertThat(world.told).containsExactly("STARTED");
    }

    @Test
    void isNotLaunchedForNobody() {
        world.invite(List.of(NewRecipient.of("nobody", null, Map.of(), null)));

        assertThatThrownBy(world::launch).hasMessageContaining("no recipients");
    }

    @Test
    void isNotLaunchedWithoutAnApprovedTemplate() {
        world.invite(3);
        var paused = new Readiness(Given.template("PAUSED", "MARKETING", "RED", Given.BODY), Given.number(), null);

        assertThatThrownBy(() -> DATABASE.work(() -> world.steering.launch(world.id, paused, "ana")))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(FailureCode.TEMPLATE_NOT_APPROVED));
        assertThat(world.campaign().status()).isEqualTo(CampaignStatus.DRAFT);
    }

    @Test
    void skipsEachForAReasonOfHisOwn() {
        world.optedOut.add("14155550001");
        world.invite(List.of(
                World.person(0),
                World.person(1),
                World.person(0),
                NewRecipient.of("+1415555x", null, Map.of(), null),
                NewRecipient.of("+14155550009", null, Map.of("1", "Ana"), null)));
        world.launch();
        world.step();

        assertThat(DATABASE.run(() -> world.reasons.of(world.id, RecipientState.SKIPPED)))
                .containsOnly(
                        Map.entry("opted_out", 1L),
                        Map.entry("duplicate", 1L),
                        Map.entry("no_identity", 1L),
                        Map.entry("missing_variable", 1L));
        assertThat(world.campaign().tally().of(RecipientState.QUEUED)).isEqualTo(1);
        world.balances();
    }

    @Test
    void knowsBothWaysToWriteABrazilianNumberForOnePerson() {
        var added = world.invite(List.of(
                NewRecipient.of("+55 11 95550-1234", null, Map.of(), null),
                NewRecipient.of("551155501234", null, Map.of(), null),
                NewRecipient.of("5511965501234", null, Map.of(), null),
                NewRecipient.of("551165501234", null, Map.of(), null)));

        // 5550-1234 without the ninth digit is a fixed line; 6550-1234 is the mobile number of the line before.
        assertThat(added.added()).isEqualTo(3);
        assertThat(added.skipped()).isEqualTo(1);
    }

    @Test
    void handsNothingOverWhilePausedAndNobodyTwiceAfterwards() {
        world.invite(700);
        world.launch();
        assertThat(world.step()).isEqualTo(500);
        pause();

        assertThat(world.step()).isZero();
        assertThat(world.messages(MessageStatus.QUEUED)).isEmpty();
        assertThat(world.campaign().status()).isEqualTo(CampaignStatus.PAUSED);
        assertThat(world.campaign().reason()).isEqualTo("by_hand");

        resume();
        assertThat(world.step()).isEqualTo(200);
        assertThat(world.messages(MessageStatus.QUEUED)).hasSize(700);
        world.nobodyTwice();
        assertThat(world.told).containsExactly("STARTED", "PAUSED BY_HAND", "RESUMED");
    }

    @Test
    void queuesOnlyALookAhead() {
        world.invite(3_000);
        world.launch();
        int handed = 0;
        for (int now = world.step(); now > 0; now = world.step()) {
            handed += now;
        }

        // Thirty seconds of 80 a second.
        assertThat(handed).isEqualTo(2_400);
    }

    @Test
    void waitsAtTheLimitOfPeopleAndGoesOnByItself() {
        world.peopleLeft = 4L;
        world.invite(10);
        world.launch();

        assertThat(world.step()).isEqualTo(4);
        assertThat(world.step()).isZero();
        assertThat(world.campaign().status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(world.campaign().reason()).isEqualTo("messaging_limit");
        assertThat(world.campaign().tally().of(RecipientState.WAITING)).isEqualTo(6);

        world.peopleLeft = 100L;
        assertThat(world.step()).isEqualTo(6);
        assertThat(world.campaign().reason()).isNull();
    }

    @Test
    void pausesItselfWhenTooManyFail() {
        world.invite(60);
        world.launch();
        world.step();
        var messages = world.messages(MessageStatus.QUEUED);
        for (int i = 0; i < 50; i++) {
            boolean fails = i < 13;
            world.tell(
                    messages.get(i),
                    MessageStatus.QUEUED,
                    fails ? MessageStatus.FAILED : MessageStatus.ACCEPTED,
                    fails ? World.FOR_GOOD : null);
        }
        judge();

        assertThat(world.campaign().stored()).isEqualTo(CampaignStatus.PAUSED);
        assertThat(world.campaign().reason()).isEqualTo("error_rate");
        assertThat(world.campaign().reasonDetail()).contains("13 of the last 50");

        resume();
        judge();
        assertThat(world.campaign().stored()).isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void aFewFailuresAreNoRate() {
        assertThat(Steering.isTooMany(25, 49, 49)).isFalse();
        assertThat(Steering.isTooMany(25, 100, 25)).isFalse();
        assertThat(Steering.isTooMany(25, 100, 26)).isTrue();
        assertThat(Steering.isTooMany(0, 100, 100)).isFalse();
    }

    @Test
    void isFinishedWhenNothingIsLeftAndSaysSoOnce() {
        world.invite(2);
        world.launch();
        world.step();
        judge();
        assertThat(world.campaign().status()).isEqualTo(CampaignStatus.RUNNING);

        world.messages(MessageStatus.QUEUED)
                .forEach(one -> world.tell(one, MessageStatus.QUEUED, MessageStatus.ACCEPTED, null));
        assertThat(world.campaign().status()).isEqualTo(CampaignStatus.FINISHED);
        judge();
        judge();
        assertThat(world.told).containsExactly("STARTED", "FINISHED");
    }

    @Test
    void triesAgainWhatMayGetThroughAndNothingElse() {
        world.invite(4);
        world.launch();
        world.step();
        var messages = world.messages(MessageStatus.QUEUED);
        world.tell(messages.get(0), MessageStatus.QUEUED, MessageStatus.FAILED, World.PASSING);
        world.tell(messages.get(1), MessageStatus.QUEUED, MessageStatus.FAILED, World.FOR_GOOD);
        world.tell(messages.get(2), MessageStatus.QUEUED, MessageStatus.EXPIRED, null);
        world.tell(messages.get(3), MessageStatus.QUEUED, MessageStatus.UNCERTAIN, null);
        judge();

        assertThat(DATABASE.run(() -> world.steering.retry(world.id, Given.ready(), "ana")))
                .isEqualTo(2);
        assertThat(world.campaign().status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(world.step()).isEqualTo(2);
        // A late word about the first round moves nobody who has had another turn.
        world.tell(messages.get(0), MessageStatus.FAILED, MessageStatus.DELIVERED, null);
        world.balances();
        world.nobodyTwice();
        var tally = world.campaign().tally();
        assertThat(tally.of(RecipientState.QUEUED)).isEqualTo(2);
        assertThat(tally.of(RecipientState.FAILED)).isEqualTo(1);
        assertThat(tally.of(RecipientState.UNCERTAIN)).isEqualTo(1);
    }

    @Test
    void letsTheFirstGoWithTheDecisionAndTheOthersBatchByBatch() {
        world.batches.size = 100;
        world.invite(350);
        world.launch();
        world.step();
        pause();
        resume();
        assertThat(world.messages(MessageStatus.QUEUED)).hasSize(100);

        assertThat(world.next()).isTrue();
        assertThat(world.messages(MessageStatus.QUEUED)).hasSize(200);
        assertThat(world.next()).isTrue();
        assertThat(world.next()).isTrue();
        assertThat(world.next()).as("nothing is left").isFalse();
        assertThat(world.messages(MessageStatus.QUEUED)).hasSize(350);
    }

    @Test
    void letsNothingGoAnyMoreWhenSomebodyPausesItBetweenTheBatches() {
        world.batches.size = 100;
        world.invite(350);
        world.launch();
        world.step();
        pause();
        resume();
        pause();

        assertThat(world.next()).isFalse();
        assertThat(world.messages(MessageStatus.QUEUED)).isEmpty();
        resume();
        for (int i = 0; i < 3; i++) {
            assertThat(world.next()).isTrue();
        }
        assertThat(world.messages(MessageStatus.QUEUED)).hasSize(350);
    }

    @Test
    void triesAgainBatchByBatchFromWhereItDied() {
        world.batches.size = 10;
        world.invite(34);
        world.launch();
        world.step();
        var messages = world.messages(MessageStatus.QUEUED);
        messages.subList(0, 25)
                .forEach(one -> world.tell(one, MessageStatus.QUEUED, MessageStatus.FAILED, World.PASSING));
        messages.subList(25, 30).forEach(one -> world.tell(one, MessageStatus.QUEUED, MessageStatus.EXPIRED, null));
        messages.subList(30, 34).forEach(one -> world.tell(one, MessageStatus.QUEUED, MessageStatus.ACCEPTED, null));
        judge();

        assertThat(DATABASE.run(() -> world.steering.retry(world.id, Given.ready(), "ana")))
                .as("how many it will be")
                .isEqualTo(30);
        assertThat(world.campaign().tally().of(RecipientState.WAITING)).isEqualTo(10);
        assertThat(world.step()).isEqualTo(10);
        // One of them fails once more, behind the place that the retry has come to: one retry is one more turn.
        world.tell(
                world.messages(MessageStatus.QUEUED).get(0), MessageStatus.QUEUED, MessageStatus.FAILED, World.PASSING);
        DATABASE.crashAfterCommit();
        assertThatThrownBy(world::next).isInstanceOf(CampaignDatabase.Crash.class);
        assertThat(world.next()).isTrue();
        assertThat(world.next()).as("looks whether there are more").isTrue();
        assertThat(world.next()).isFalse();

        assertThat(world.campaign().tally().of(RecipientState.WAITING)).isEqualTo(20);
        assertThat(world.campaign().tally().of(RecipientState.FAILED)).isEqualTo(1);
        assertThat(world.step()).isEqualTo(20);
        world.balances();
        world.nobodyTwice();
    }

    @Test
    void whoeverIsCancelledIsNotTriedAgain() {
        world.batches.size = 10;
        world.invite(25);
        world.launch();
        world.step();
        world.messages(MessageStatus.QUEUED)
                .forEach(one -> world.tell(one, MessageStatus.QUEUED, MessageStatus.FAILED, World.PASSING));
        DATABASE.run(() -> world.steering.retry(world.id, Given.ready(), "ana"));
        DATABASE.work(() -> world.steering.cancel(world.id, "ana"));

        assertThat(world.next()).isFalse();
        assertThat(world.campaign().tally().of(RecipientState.FAILED)).isEqualTo(15);
    }

    @Test
    void cancelsWhoHasNotBeenWrittenTo() {
        world.invite(600);
        world.launch();
        world.step();
        world.tell(world.messages(MessageStatus.QUEUED).get(0), MessageStatus.QUEUED, MessageStatus.ACCEPTED, null);
        DATABASE.work(() -> world.steering.cancel(world.id, "ana"));
        sweep();

        assertThat(world.campaign().status()).isEqualTo(CampaignStatus.CANCELLED);
        assertThat(world.campaign().tally().of(RecipientState.CANCELLED)).isEqualTo(599);
        assertThat(world.campaign().tally().open()).isZero();
        assertThatThrownBy(this::resume).isInstanceOf(RequestFailed.class);
    }

    @Test
    void cancelsAlsoWhoCameWithAFileThatWasStillBeingRead() {
        world.invite(3);
        world.launch();
        DATABASE.work(() -> world.steering.cancel(world.id, "ana"));
        sweep();
        world.invite(List.of(World.person(77)));
        DATABASE.work(() -> world.steering.reopen(world.id));

        assertThat(DATABASE.run(world.store::live)).anyMatch(one -> one.id().equals(world.id));
        sweep();
        assertThat(world.campaign().tally().of(RecipientState.CANCELLED)).isEqualTo(4);
        assertThat(world.campaign().tally().open()).isZero();
        assertThat(DATABASE.run(world.store::live)).noneMatch(one -> one.id().equals(world.id));
    }

    private void sweep() {
        for (int i = 0; i < 10 && DATABASE.run(() -> world.steering.sweep(world.id)); i++) {
            world.balances();
        }
    }

    @Test
    void takesPeopleWhileItRuns() {
        world.invite(2);
        world.launch();
        world.step();
        world.messages(MessageStatus.QUEUED)
                .forEach(one -> world.tell(one, MessageStatus.QUEUED, MessageStatus.ACCEPTED, null));
        judge();
        world.invite(List.of(World.person(77)));
        DATABASE.work(() -> world.steering.reopen(world.id));

        assertThat(world.campaign().status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(DATABASE.run(world.store::live)).anyMatch(one -> one.id().equals(world.id));
        assertThat(world.step()).isEqualTo(1);
    }
}
