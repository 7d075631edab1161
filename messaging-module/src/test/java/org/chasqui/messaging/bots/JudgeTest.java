package org.chasqui.messaging.bots;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.messaging.contacts.ContactView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private final Scenes scene = new Scenes();

    @Test
    void aKeywordDecides() {
        var verdict = Judge.judge(scene.saying("What is the PRICE?"));

        assertThat(verdict.reason()).isEqualTo(Reason.RULE);
        assertThat(scene.says("price")).containsExactly("It is 10.");
        assertThat(verdict.trace().rules()).singleElement().satisfies(rule -> {
            assertThat(rule.matched()).isTrue();
            assertThat(rule.keyword()).isEqualTo("price");
        });
    }

    @Test
    void whatNoRuleMatchesGetsTheDefaultMessageOnceInAWhile() {
        assertThat(Judge.judge(scene.saying("hello")).reason()).isEqualTo(Reason.DEFAULT_MESSAGE);
        assertThat(scene.says("hello").get(0)).isIn("Sorry Ana Ruiz", "Pardon Ana Ruiz");

        scene.state.fallbackAt = Scenes.NOW.minusSeconds(599);
        assertThat(Judge.judge(scene.saying("hello")).reason()).isEqualTo(Reason.DEFAULT_PAUSED);
        scene.state.fallbackAt = Scenes.NOW.minusSeconds(600);
        assertThat(Judge.judge(scene.saying("hello")).reason()).isEqualTo(Reason.DEFAULT_MESSAGE);
    }

    @Test
    void theDefaultMessageCanBeSwitchedOffAndKeepsItsText() {
        scene.settings = scene.settings.withMessages(new BotMessages(null, "text", false, null));

        assertThat(Judge.judge(scene.saying("hello")).reason()).isEqualTo(Reason.NO_RULE);
    }

    @Test
    void theHighestOfTheRulesThatMatchDecidesAndTheOthersAreTold() {
        scene.rules = List.of(
                Scenes.rule("Off", 40, "price", new BotAction.Say("never")),
                Scenes.rule("First", 30, "price", new BotAction.Say("first")),
                Scenes.rule("Second", 20, "price", new BotAction.Say("second")),
                Scenes.rule("Other", 10, "hours", new BotAction.Say("other")));
        scene.rules = List.of(off(scene.rules.get(0)), scene.rules.get(1), scene.rules.get(2), scene.rules.get(3));

        assertThat(scene.says("price")).containsExactly("first");
        assertThat(Judge.judge(scene.saying("price")).trace().rules())
                .extracting(Trace.RuleVerdict::why)
                .containsExactly(
                        "The rule is switched off.",
                        "The message has this keyword.",
                        "It matches, too, but a rule above goes first.",
                        "Its keyword is not found.");
    }

    private static RuleView off(RuleView rule) {
        return new RuleView(
                rule.id(),
                rule.botId(),
                rule.title(),
                rule.match(),
                rule.keywords(),
                rule.actions(),
                rule.priority(),
                false,
                0,
                null,
                rule.createdAt(),
                rule.updatedAt());
    }

    @Test
    void aSentenceInPiecesIsOneSentence() {
        scene.rules = List.of(Scenes.rule("Much", 10, "how much", new BotAction.Say("10")));

        var verdict = Judge.judge(scene.of(
                Scenes.text("how", Scenes.NOW), Scenes.text("much", Scenes.NOW), Scenes.text("?", Scenes.NOW)));

        assertThat(verdict.reason()).isEqualTo(Reason.RULE);
    }

    @Test
    void aButtonSaysWhatItShowsAndWhatItStandsFor() {
        scene.rules = List.of(Scenes.rule("More", 10, "show_prices", new BotAction.Say("10")));
        var reply = JsonNodeFactory.instance.objectNode();
        reply.putObject("button_reply").put("id", "show_prices").put("title", "Prices, please");

        assertThat(Judge.judge(scene.of(Scenes.message("interactive", reply, Scenes.NOW, null)))
                        .reason())
                .isEqualTo(Reason.RULE);
    }

    @Test
    void aPictureWithoutWordsGetsTheDefaultMessage() {
        var picture = JsonNodeFactory.instance.objectNode().put("id", "1");

        var verdict = Judge.judge(scene.of(Scenes.message("image", picture, Scenes.NOW, null)));

        assertThat(verdict.reason()).isEqualTo(Reason.DEFAULT_MESSAGE);
        assertThat(verdict.trace().rules().get(0).why()).isEqualTo("The message has no words.");
    }

    @Test
    void whoWritesForTheFirstTimeIsWelcomedAndAnswered() {
        scene.firstContact = true;
        scene.settings = scene.settings.withMessages(new BotMessages("Welcome [first_name]!", "fallback", true, null));

        assertThat(scene.says("price")).containsExactly("Welcome Ana!", "It is 10.");
        assertThat(scene.says("hello")).containsExactly("Welcome Ana!");
        assertThat(Judge.judge(scene.saying("hello")).reason()).isEqualTo(Reason.WELCOME);

        scene.state.welcomedAt = Scenes.NOW.minus(Duration.ofDays(1));
        assertThat(scene.says("hello")).containsExactly("fallback");
    }

    @Test
    void outsideOfItsHoursItSaysThatItIsAwayOnceInAWhileAndNothingElse() {
        scene.settings = scene.settings
                .withSchedule(new BotSchedule(BotZone.UTC, Set.of(DayOfWeek.MONDAY), new BotHours("9:00", "17:00")))
                .withMessages(new BotMessages("Welcome", "fallback", true, "We are back at 9."));
        scene.firstContact = true;

        // 22 November 2026 is a Sunday.
        assertThat(scene.says("price")).containsExactly("We are back at 9.");
        assertThat(Judge.judge(scene.saying("price")).trace().hours())
                .isEqualTo("Sunday 10:00 in UTC: outside of 09:00–17:00 on the days that are chosen");

        scene.state.awayAt = Scenes.NOW.minusSeconds(6 * 3_600 - 1);
        assertThat(Judge.judge(scene.saying("price")).reason()).isEqualTo(Reason.OUTSIDE_HOURS);
        scene.state.awayAt = Scenes.NOW.minusSeconds(6 * 3_600);
        assertThat(scene.says("price")).hasSize(1);
    }

    @Test
    void nothingIsSaidWhereAPersonHasTheConversation() {
        scene.state.handOver(Handling.Cause.RULE, null, null, Duration.ofMinutes(10), Scenes.NOW);
        assertSilent(Reason.WITH_A_PERSON);

        scene.now = Scenes.NOW.plus(Duration.ofMinutes(10));
        assertThat(scene.says("price")).isNotEmpty();
    }

    @Test
    void whatAPersonHasAnsweredIsNotAnsweredAgain() {
        scene.answeredAt = Scenes.NOW;

        assertSilent(Reason.ANSWERED_BY_A_PERSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {Consent.ALL, Consent.SERVICE})
    void whoWantsNoAnswersGetsNone(String category) {
        scene.contact = optedOutOf(category);

        assertSilent(Reason.OPTED_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {Consent.MARKETING, "utility", "authentication"})
    void whoWantsNoAdvertisingIsAnsweredAllTheSame(String category) {
        scene.contact = optedOutOf(category);

        assertThat(scene.says("price")).containsExactly("It is 10.");
    }

    @Test
    void aWordThatOptsOutIsAnsweredByARuleAndByNothingElse() {
        scene.stops = true;
        scene.firstContact = true;

        assertThat(scene.says("price")).containsExactly("It is 10.");
        assertThat(Judge.judge(scene.saying("stop")).reason()).isEqualTo(Reason.OPTED_OUT);
        assertThat(scene.says("stop")).isEmpty();
        scene.kind = BotKind.AI;
        assertThat(Judge.judge(scene.saying("stop")).asks()).isFalse();
    }

    private static ContactView optedOutOf(String category) {
        return Scenes.contact(List.of(new Consent(Scenes.CONTACT, category, true, "keyword", "STOP", Scenes.NOW)));
    }

    @Test
    void nothingIsSaidInAConversationWithoutAutomaticAnswers() {
        scene.state.autoreply = false;

        assertSilent(Reason.CONVERSATION_MUTED);
    }

    @Test
    void nothingIsSaidWhenTheWindowIsClosed() {
        scene.windowEnd = Scenes.NOW;

        assertSilent(Reason.WINDOW_CLOSED);
    }

    @Test
    void whatIsOldIsAnsweredOnlyWhenItIsCaughtUpWith() {
        var old = scene.of(Scenes.text("price", Scenes.NOW.minus(Duration.ofMinutes(61))));
        assertThat(Judge.judge(old).reason()).isEqualTo(Reason.TOO_OLD);

        scene.catchingUp = true;
        assertThat(Judge.judge(scene.of(Scenes.text("price", Scenes.NOW.minus(Duration.ofMinutes(61)))))
                        .reason())
                .isEqualTo(Reason.RULE);
    }

    @Test
    void groupsAreAnsweredOnlyWhereThatIsWanted() {
        var inGroup = Scenes.message(
                "text",
                JsonNodeFactory.instance.objectNode().put("body", "price"),
                Scenes.NOW,
                JsonNodeFactory.instance.objectNode().put("group_id", "120363"));
        assertThat(Judge.judge(scene.of(inGroup)).reason()).isEqualTo(Reason.GROUP);

        scene.settings = scene.settings.withSwitches(new BotSwitches(true, true, false, true));
        assertThat(Judge.judge(scene.of(inGroup)).reason()).isEqualTo(Reason.RULE);
    }

    @Test
    void aBotThatIsOffOrMayNotReplySaysNothing() {
        scene.active = false;
        assertSilent(Reason.BOT_OFF);

        scene.active = true;
        scene.settings = scene.settings.withSwitches(new BotSwitches(false, false, false, true));
        assertSilent(Reason.BOT_OFF);
    }

    @Test
    void itStopsAfterSoManyAnswersAndBeginsAgain() {
        var guards = scene.settings.guards();
        for (int i = 0; i < guards.mostReplies(); i++) {
            scene.state.replied(new byte[] {(byte) i}, guards, Scenes.NOW);
        }
        assertSilent(Reason.TOO_MANY_REPLIES);

        scene.now = Scenes.NOW.plus(guards.repliesWithin());
        assertThat(scene.says("price")).isNotEmpty();
    }

    @Test
    void twoBotsThatTalkAreToldApartFromPeople() {
        var guards = scene.settings.guards();
        boolean machine = false;
        int turns = 0;
        while (!machine) {
            var at = Scenes.NOW.plusSeconds(2L * turns++);
            machine = scene.state.heard(at);
            scene.state.replied(new byte[] {(byte) turns}, guards, at);
        }
        assertThat(turns).isEqualTo(9);

        var human = new BotState(Scenes.CONVERSATION, Scenes.WORKSPACE, Scenes.NUMBER);
        for (int i = 0; i < 100; i++) {
            assertThat(human.heard(Scenes.NOW.plusSeconds(10L * i))).isFalse();
            human.replied(new byte[] {(byte) i}, guards, Scenes.NOW.plusSeconds(10L * i + 2));
        }
    }

    @Test
    void theSameAnswerIsGivenFiveTimesAtMost() {
        var guards = scene.settings.guards();
        for (int i = 0; i < 5; i++) {
            assertThat(scene.state.isRepeating(new byte[] {1}, guards, Scenes.NOW))
                    .isFalse();
            scene.state.replied(new byte[] {1}, guards, Scenes.NOW);
        }
        assertThat(scene.state.isRepeating(new byte[] {1}, guards, Scenes.NOW)).isTrue();
        assertThat(scene.state.isRepeating(new byte[] {2}, guards, Scenes.NOW)).isFalse();
        assertThat(scene.state.isRepeating(new byte[] {1}, guards, Scenes.NOW.plus(guards.repliesWithin())))
                .isFalse();
    }

    @Test
    void anAiIsAskedWhatNoRuleAnswersAndOnlyThat() {
        scene.kind = BotKind.AI;
        assertThat(Judge.judge(scene.saying("price")).asks()).isFalse();
        assertThat(Judge.judge(scene.saying("hello")).asks()).isTrue();

        scene.noSource = "There is no endpoint.";
        var verdict = Judge.judge(scene.saying("hello"));
        assertThat(verdict.asks()).isFalse();
        assertThat(verdict.reason()).isEqualTo(Reason.DEFAULT_MESSAGE);
        assertThat(verdict.trace().source()).isEqualTo("There is no endpoint.");
    }

    @Test
    void whatAnAiSaysIsSaidAsItIs() {
        scene.kind = BotKind.AI;
        var said = answered(new Answer.Replies(List.of(Reply.text("{a|b} [name]")), new Answer.Usage(10, 5)));

        assertThat(said.reason()).isEqualTo(Reason.AI);
        assertThat(said.actions()).containsExactly(new BotAction.Ready(Reply.text("{a|b} [name]")));
        assertThat(said.trace().source()).contains("15 tokens");
    }

    @Test
    void anAiThatFailsLeavesThePersonWithTheDefaultMessageOrWithSomebody() {
        scene.kind = BotKind.AI;
        var failed = answered(new Answer.Failed("It was too slow.", Answer.Usage.NONE));
        assertThat(failed.reason()).isEqualTo(Reason.SOURCE_FAILED);
        assertThat(failed.detail()).isEqualTo("It was too slow.");
        assertThat(failed.actions()).containsExactly(new BotAction.Say("{Sorry|Pardon} [name]"));

        scene.ai = new AiSettings("", "", "", "", 20, 500, null, Duration.ofSeconds(20), null, false, false);
        assertThat(answered(new Answer.Failed("It was too slow.", Answer.Usage.NONE))
                        .actions())
                .containsExactly(new BotAction.HandOver(null, null));
    }

    @Test
    void anAiMayHandOverOrKeepSilent() {
        scene.kind = BotKind.AI;
        assertThat(answered(new Answer.HandOver(List.of(Reply.text("One moment")), "angry", Answer.Usage.NONE))
                        .actions())
                .containsExactly(new BotAction.Ready(Reply.text("One moment")), new BotAction.HandOver(null, "angry"));
        assertThat(answered(new Answer.Nothing("Only a thank-you.", Answer.Usage.NONE))
                        .reason())
                .isEqualTo(Reason.SOURCE_SILENT);
    }

    private Verdict answered(Answer answer) {
        var here = scene.saying("hello");
        return Judge.judge(here, Judge.judge(here), answer);
    }

    private void assertSilent(Reason reason) {
        var verdict = Judge.judge(scene.saying("price"));
        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.actions()).isEmpty();
        assertThat(verdict.asks()).isFalse();
    }
}
