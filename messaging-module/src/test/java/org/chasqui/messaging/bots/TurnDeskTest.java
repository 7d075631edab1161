package org.chasqui.messaging.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Decisions on a real database: once each, whatever dies when. */
class TurnDeskTest {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final TurnWorld world = new TurnWorld();

    @Test
    void aMessageIsAnsweredOnceAndTheDecisionIsKept() {
        var inbound = world.writes("price?");
        world.pass(PAUSE);

        decideAll();

        assertThat(world.sent).containsExactly("It is 10.");
        assertThat(world.database.text("select reason || ' ' || outcome from msg_bot_decision"))
                .isEqualTo("rule replied");
        assertThat(world.database.text("select message_id from msg_bot_heard")).isEqualTo(inbound.toString());
        assertThat(world.database.text("select count(*) from msg_bot_reply")).isEqualTo("1");
        assertThat(world.database.text("select hits from msg_bot_rule")).isEqualTo("1");
        assertThat(world.database.text("select count(*) from msg_bot_work")).isEqualTo("0");
    }

    @Test
    void quickMessagesAreAnsweredOnce() {
        world.writes("hello");
        world.pass(Duration.ofSeconds(1));
        world.writes("what is the price?");
        world.pass(PAUSE);

        decideAll();

        assertThat(world.sent).containsExactly("It is 10.");
        assertThat(world.database.text("select count(*) from msg_bot_heard")).isEqualTo("2");
    }

    /** Dies at the first, the second … statement of the decision, until it has none left to die at. */
    @Test
    void whereverItDiesTheMessageIsAnsweredExactlyOnce() {
        world.writes("price?");
        world.pass(PAUSE);
        int deaths = 0;
        boolean decided = false;
        while (!decided) {
            var turn = world.claim().get(0);
            try {
                int fatal = deaths + 1;
                world.dyingAt(fatal, () -> world.desk.decide(turn, null));
                decided = true;
            } catch (DyingDatabase.Killed killed) {
                deaths++;
                assertThat(world.sent).isEmpty();
                for (var table : List.of("msg_bot_decision", "msg_bot_heard", "msg_bot_reply", "msg_queue")) {
                    assertThat(world.database.text("select count(*) from " + table))
                            .as(table + " after death " + deaths)
                            .isEqualTo("0");
                }
                // Nobody has it until the claim of the dead one ends.
                assertThat(world.claim()).isEmpty();
                world.pass(TurnDesk.CLAIM);
            }
        }
        assertThat(deaths).isGreaterThan(10);
        assertThat(world.sent).containsExactly("It is 10.");
        assertThat(world.database.text("select count(*) from msg_queue")).isEqualTo("1");
        world.pass(TurnDesk.CLAIM);
        assertThat(world.claim()).isEmpty();
    }

    @Test
    void whoHasLostHisClaimWritesNothing() {
        world.writes("price?");
        world.pass(PAUSE);
        var slow = world.claim().get(0);
        world.pass(TurnDesk.CLAIM);
        var quick = world.claim().get(0);

        world.decide(quick, null);

        assertThatThrownBy(() -> world.decide(slow, null)).isInstanceOf(LostClaim.class);
        assertThat(world.sent).hasSize(1);
    }

    @Test
    void anAnswerThatComesAfterItsClaimIsThrownAway() {
        world.scene.kind = BotKind.AI;
        world.keepBot();
        world.writes("hello");
        world.pass(PAUSE);
        var slow = world.decide(world.claim().get(0), null).orElseThrow();
        world.pass(TurnDesk.CLAIM);
        var quick = world.decide(world.claim().get(0), null).orElseThrow();
        assertThat(quick.question().id())
                .as("the same question")
                .isEqualTo(slow.question().id());

        world.decide(quick.turn(), said("the quick answer"));

        assertThatThrownBy(() -> world.decide(slow.turn(), said("the slow answer")))
                .isInstanceOf(LostClaim.class);
        assertThat(world.sent).containsExactly("the quick answer");
    }

    @Test
    void whatIsWrittenWhileAnAiThinksIsAskedNext() {
        world.scene.kind = BotKind.AI;
        world.keepBot();
        world.writes("hello");
        world.pass(PAUSE);
        var first = world.decide(world.claim().get(0), null).orElseThrow();
        world.pass(Duration.ofSeconds(5));
        world.writes("are you there");
        world.pass(Duration.ofSeconds(5));

        world.decide(first.turn(), said("hi"));
        world.pass(PAUSE);
        var second = world.decide(world.claim().get(0), null).orElseThrow();

        assertThat(second.question().inbound())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.content().path("body").asText()).isEqualTo("are you there"));
        assertThat(second.question().id()).isNotEqualTo(first.question().id());
    }

    @Test
    void anAiIsNotHeardWhenAPersonHasAnsweredMeanwhile() {
        world.scene.kind = BotKind.AI;
        world.keepBot();
        world.writes("hello");
        world.pass(PAUSE);
        var pending = world.decide(world.claim().get(0), null).orElseThrow();
        world.pass(Duration.ofSeconds(5));
        world.colleagueWrites();

        world.decide(pending.turn(), said("too late"));

        assertThat(world.sent).isEmpty();
        assertThat(world.database.text("select reason from msg_bot_decision")).isEqualTo("with_a_person");
        assertThat(world.handedOver.events).hasSize(1);
    }

    @Test
    void aDraftIsKeptAndNotSent() {
        world.scene.kind = BotKind.AI;
        world.scene.ai = new AiSettings("", "", "", "", 20, 500, null, Duration.ofSeconds(20), null, true, true);
        world.keepBot();
        world.writes("hello");
        world.pass(PAUSE);
        var pending = world.decide(world.claim().get(0), null).orElseThrow();

        world.decide(pending.turn(), said("a draft"));

        assertThat(world.sent).isEmpty();
        assertThat(world.database.text("select outcome from msg_bot_decision")).isEqualTo("drafted");
        assertThat(world.database.text("select messages -> 0 -> 'content' ->> 'body' from msg_bot_draft"))
                .isEqualTo("a draft");
    }

    @Test
    void aRuleHandsOverAndTheTimeGivesBack() {
        world.scene.rules = List.of(Scenes.rule(
                "Agent",
                20,
                "agent",
                new BotAction.Say("One moment"),
                new BotAction.HandOver(null, "asks for somebody")));
        var world = new TurnWorld(this.world.scene);
        world.writes("agent");
        world.pass(PAUSE);
        world.decide(world.claim().get(0), null);
        assertThat(world.sent).containsExactly("One moment");
        assertThat(world.handedOver.events.get(0).changes().get(0).handling().note())
                .isEqualTo("asks for somebody");

        world.pass(Duration.ofMinutes(1));
        world.writes("hello?");
        world.pass(PAUSE);
        world.decide(world.claim().get(0), null);
        assertThat(world.sent).hasSize(1);

        world.pass(Duration.ofHours(1));
        world.committed(() -> world.desk.handovers.giveBackDue());
        assertThat(world.handedOver.events).hasSize(2);
        assertThat(world.handedOver.events.get(1).changes().get(0).handling().by())
                .isEqualTo(Handling.By.BOT);
        world.writes("hello?");
        world.pass(PAUSE);
        world.decide(world.claim().get(0), null);
        assertThat(world.sent).hasSize(2);
    }

    @Test
    void whoWritesHasTheConversationUntilItIsGivenBack() {
        var written = world.colleagueWrites();
        note(written);
        assertThat(world.handedOver.events.get(0).changes().get(0).handling())
                .satisfies(handling -> assertThat(handling.cause()).isEqualTo(Handling.Cause.WRITTEN))
                .satisfies(handling -> assertThat(handling.until()).isEqualTo(Scenes.NOW.plus(Duration.ofHours(1))));
        note(written);
        assertThat(world.handedOver.events).as("told once").hasSize(1);

        world.pass(Duration.ofMinutes(1));
        var state = world.committed(() -> world.states.lock(world.scene.conversation()));
        state.giveBack(world.now());
        world.committed(() -> {
            world.states.save(state);
            return null;
        });
        note(written);

        assertThat(world.handedOver.events)
                .as("what was before the return does not count")
                .hasSize(1);
        world.writes("price?");
        world.pass(PAUSE);
        decideAll();
        assertThat(world.sent).containsExactly("It is 10.");
    }

    @Test
    void whatABotWroteIsNobodyOfTheBusiness() {
        world.writes("price?");
        world.pass(PAUSE);
        decideAll();
        var reply = UUID.fromString(world.database.text("select message_id from msg_bot_reply"));

        note(reply);

        assertThat(world.handedOver.events).isEmpty();
    }

    private void note(UUID message) {
        world.committed(() -> {
            world.desk.handovers.noteWritten(List.of(message));
            return null;
        });
    }

    @Test
    void aMachineIsLeftAloneForAWhile() {
        int answers = 0;
        for (int i = 0; i < 20; i++) {
            world.writes("price " + i);
            world.pass(PAUSE);
            decideAll();
            answers = world.sent.size();
        }

        assertThat(answers).as("the same answer five times").isEqualTo(5);
        assertThat(world.database.text("select count(*) from msg_bot_decision where reason = 'loop'"))
                .isEqualTo("15");
    }

    @Test
    void whatFailsAgainAndAgainIsGivenUpAndNoted() {
        world.writes("price?");
        world.pass(PAUSE);
        var turn = world.claim().get(0);

        world.committed(() -> {
            world.desk.giveUp(turn);
            return null;
        });

        assertThat(world.database.text("select outcome || ' ' || reason from msg_bot_decision"))
                .isEqualTo("failed error");
        assertThat(world.database.text("select count(*) from msg_bot_work")).isEqualTo("0");
    }

    private void decideAll() {
        for (var turn : world.claim()) {
            assertThat(world.decide(turn, null)).isEmpty();
        }
    }

    private static Answer said(String text) {
        return new Answer.Replies(List.of(Reply.text(text)), Answer.Usage.NONE);
    }
}
