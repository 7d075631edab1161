package org.chasqui.campaigns.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.campaigns.recipients.NewRecipient;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.SkipReason;
import org.chasqui.campaigns.testing.CampaignDatabase;
import org.chasqui.messaging.messages.MessageStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every reason to pause and to skip comes about, is kept, and is told. The switches have no default: a reason that is new
 * does not compile here before it has its case.
 */
class EveryReasonTest {
    private static final CampaignDatabase DATABASE = new CampaignDatabase();

    private final World world = new World(DATABASE);
    private final Conductor conductor = new Conductor();
    private Readiness readiness = Given.ready();

    EveryReasonTest() {
        conductor.steering = world.steering;
        conductor.batches = world.batches;
        conductor.expansion = world.expansion;
        conductor.clock = world.clock;
        conductor.lookout = new Lookout() {
            @Override
            Readiness look(Campaign campaign) {
                return readiness;
            }
        };
    }

    @ParameterizedTest
    @EnumSource(PauseReason.class)
    void aCampaignStopsAndSaysWhy(PauseReason reason) {
        world.invite(60);
        switch (reason) {
            case BY_HAND -> {
                world.launch();
                DATABASE.work(() -> world.steering.pause(world.id, "ana"));
            }
            case ERROR_RATE -> {
                world.launch();
                turn();
                world.messages(MessageStatus.QUEUED)
                        .forEach(one -> world.tell(one, MessageStatus.QUEUED, MessageStatus.FAILED, World.FOR_GOOD));
                world.invite(List.of(World.person(70)));
                turn();
            }
            case TEMPLATE_STATUS ->
                runsUntil(new Readiness(
                        Given.template("PAUSED", "MARKETING", "GREEN", Given.BODY), Given.number(), null));
            case TEMPLATE_CATEGORY ->
                runsUntil(new Readiness(
                        Given.template("APPROVED", "UTILITY", "GREEN", Given.BODY), Given.number(), null));
            case QUALITY ->
                runsUntil(new Readiness(
                        Given.template("APPROVED", "MARKETING", "RED", Given.BODY), Given.number(), null));
            case NUMBER -> runsUntil(new Readiness(Given.template(Given.BODY), Given.number(), "It is banned."));
            case MISSED_SCHEDULE -> {
                scheduledBefore(Steering.LATEST_START.plusSeconds(1));
                turn();
            }
            case LAUNCH_FAILED -> {
                scheduledBefore(Duration.ZERO);
                readiness = new Readiness(null, Given.number(), null);
                turn();
            }
            case MESSAGING_LIMIT -> {
                world.peopleLeft = 0L;
                world.launch();
                turn();
            }
        }

        var campaign = world.campaign();
        assertThat(campaign.stored())
                .isEqualTo(reason == PauseReason.MESSAGING_LIMIT ? CampaignStatus.RUNNING : CampaignStatus.PAUSED);
        assertThat(campaign.reason()).isEqualTo(reason.wireName());
        assertThat(campaign.reasonDetail()).isNotBlank();
        var told = DATABASE.run(() -> world.story.of(world.id)).get(0);
        assertThat(told.reason()).isEqualTo(reason.wireName());
        assertThat(told.actor()).isEqualTo(reason == PauseReason.BY_HAND ? "ana" : null);
        assertThat(world.messages(MessageStatus.QUEUED)).as("what may still go").isEmpty();
        world.balances();
    }

    /** It runs, some of it is in the queue, and then Meta thinks otherwise. */
    private void runsUntil(Readiness changed) {
        world.launch();
        turn();
        readiness = changed;
        turn();
    }

    private void scheduledBefore(Duration ago) {
        var schedule = new Schedule(Given.NOW.minus(ago), null, null);
        DATABASE.work(() -> world.steering.schedule(world.id, schedule, "ana"));
    }

    private void turn() {
        var campaign = world.campaign();
        DATABASE.work(() -> conductor.turn(campaign));
    }

    @Test
    void aStartThatIsALittleLateIsMade() {
        world.invite(3);
        scheduledBefore(Steering.LATEST_START);
        turn();

        assertThat(world.campaign().status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(DATABASE.run(() -> world.story.of(world.id)))
                .extracting(StoryEntry::what)
                .containsExactly(StoryEntry.What.STARTED, StoryEntry.What.SCHEDULED);
    }

    @Test
    void aStartThatIsToComeIsWaitedFor() {
        world.invite(3);
        scheduledBefore(Duration.ofSeconds(-1));
        turn();

        assertThat(world.campaign().status()).isEqualTo(CampaignStatus.SCHEDULED);
    }

    @ParameterizedTest
    @EnumSource(SkipReason.class)
    void aRecipientIsSkippedAndTheReasonIsCounted(SkipReason reason) {
        var person = World.person(1);
        var unlucky = switch (reason) {
            case NO_IDENTITY -> NewRecipient.of("nobody", null, Map.of(), null);
            case DUPLICATE -> World.person(2);
            case OPTED_OUT -> {
                world.optedOut.add(String.valueOf(person.peer()));
                yield person;
            }
            case MISSING_VARIABLE -> NewRecipient.of("+14155550001", null, Map.of("1", "Ana"), null);
            case REFUSED -> {
                world.refused.add(String.valueOf(person.peer()));
                yield person;
            }
        };
        world.invite(List.of(World.person(2), unlucky));
        world.launch();
        turn();

        var row = world.reader.list(world.id, Set.of(RecipientState.SKIPPED), null, null, false, 0, 10);
        assertThat(row).singleElement().satisfies(skipped -> {
            assertThat(skipped.reason()).isEqualTo(reason.wireName());
            assertThat(skipped.detail()).isNotBlank();
            assertThat(skipped.messageId()).isNull();
        });
        assertThat(DATABASE.run(() -> world.reasons.of(world.id, RecipientState.SKIPPED)))
                .containsExactly(Map.entry(reason.wireName(), 1L));
        assertThat(world.campaign().tally().of(RecipientState.QUEUED)).isEqualTo(1);
        world.balances();
        world.nobodyTwice();
    }
}
