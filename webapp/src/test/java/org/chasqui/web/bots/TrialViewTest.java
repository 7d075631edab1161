package org.chasqui.web.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.bots.DecisionOutcome;
import org.chasqui.messaging.bots.Handling;
import org.chasqui.messaging.bots.Reason;
import org.chasqui.messaging.bots.Reply;
import org.chasqui.messaging.bots.Trace;
import org.chasqui.messaging.bots.Trial;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrialViewTest {
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID PRICES = UUID.randomUUID();
    private static final UUID OFFERS = UUID.randomUUID();

    private static TrialView view(
            DecisionOutcome outcome, Reason reason, @Nullable UUID rule, boolean within, Handling.By handling) {
        var trace = new Trace(
                "Saturday 14:05 in Africa/Lagos: within 09:00–18:00",
                within,
                handling,
                List.of(
                        new Trace.RuleVerdict(PERSON, null, false, null, "None of its 3 keywords is found."),
                        new Trace.RuleVerdict(PRICES, "Prices", true, "how much", "The message has this keyword."),
                        new Trace.RuleVerdict(OFFERS, "Offers", true, "much", "It matches, too.")),
                null);
        var trial = new Trial(
                Instant.EPOCH,
                outcome,
                reason,
                "A detail.",
                rule,
                rule == null ? List.of() : List.of(Reply.text("It is 38.")),
                List.of("lead"),
                List.of(),
                trace);
        return new TrialView("how much?", trial, Map.of(PERSON, "agent"), Duration.ofMillis(3));
    }

    @Test
    void theRuleThatDecidedStandsOutAndThoseBelowItCountForNothing() {
        var view = view(DecisionOutcome.REPLIED, Reason.RULE, PRICES, true, Handling.By.BOT);

        assertThat(view.getSteps())
                .extracting(WhyStep::getLook, WhyStep::getTitle)
                .containsExactly(
                        tuple("yes", "May the bot speak?"),
                        tuple("yes", "Is it time?"),
                        tuple("no", "1 agent"),
                        tuple("took", "2 Prices"),
                        tuple("unseen", "3 Offers"),
                        tuple("yes", "Answered"));
        assertThat(view.getSteps().get(3).getText()).isEqualTo("“how much”: The message has this keyword.");
        assertThat(view.getReplies()).extracting(ReplyBubble::getText).containsExactly("It is 38.");
        assertThat(view.getNotes()).extracting(PlainLine::getText).containsExactly("tags the person: lead");
        assertThat(view.getTook()).isEqualTo("decided in 3 ms");
    }

    @Test
    void whatKeepsItSilentIsSaid() {
        var view = view(DecisionOutcome.SILENT, Reason.WITH_A_PERSON, null, false, Handling.By.PERSON);

        assertThat(view.getSteps().get(0).getLook()).isEqualTo("stop");
        assertThat(view.getSteps().get(0).getText()).isEqualTo("No, a person has the conversation.");
        assertThat(view.getSteps().get(1).getLook()).isEqualTo("stop");
        assertThat(view.getNotes()).extracting(PlainLine::getText).contains("says nothing");
    }

    @ParameterizedTest
    @EnumSource
    void eachReasonHasItsWords(Reason reason) {
        var view = view(DecisionOutcome.SILENT, reason, null, true, Handling.By.BOT);

        assertThat(view.getSteps().get(view.getSteps().size() - 1).getText()).endsWith(". A detail.");
    }

    @ParameterizedTest
    @EnumSource
    void eachOutcomeHasItsWords(DecisionOutcome outcome) {
        assertThat(view(outcome, Reason.RULE, PRICES, true, Handling.By.NOBODY).getSteps())
                .isNotEmpty();
    }
}
