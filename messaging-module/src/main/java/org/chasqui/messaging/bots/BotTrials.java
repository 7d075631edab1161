package org.chasqui.messaging.bots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.contacts.Met;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.ServiceWindow;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;

/** The test console: what would a bot do about this text, and why? The same judgement as in earnest. */
@ApplicationScoped
public class BotTrials {
    private static final int LONGEST = 4_096;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2099-12-31T23:59:59Z");

    @Inject
    TrialScene scene;

    @Inject
    Situations situations;

    @Inject
    AnswerSources sources;

    @Inject
    BotUsage usage;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /**
     * Tries a text.
     *
     * @throws RequestFailed NOT_FOUND, CONFLICT while no number is connected, or VALIDATION_FAILED with the field that is
     *     wrong
     */
    public Trial run(UUID workspaceId, UUID botId, Trial.Wish wish) {
        if (wish.text().isBlank() || wish.text().length() > LONGEST) {
            throw RequestFailed.invalid("text", "must have from 1 to " + LONGEST + " characters.");
        }
        var at = wish.at() == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : checked(wish.at());
        var here = scene.of(workspaceId, botId, wish, at, this::written);
        var verdict = Judge.judge(here);
        if (verdict.asks() && wish.askSource()) {
            var answer = sources.ask(question(here));
            usage.addCost(here.bot().id(), answer);
            verdict = Judge.judge(here, verdict, answer);
        } else if (verdict.asks()) {
            verdict = verdict.with(verdict.trace().withSource("It would be asked now."));
        }
        return trial(at, here, verdict);
    }

    private static Instant checked(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw RequestFailed.invalid("at", "must be in the years 2000 to 2099.");
        }
        return at;
    }

    private Trial trial(Instant at, Situation here, Verdict verdict) {
        var words = Words.of(here.bot(), here.number(), here.conversation(), here.contact(), at, random);
        var plan = Plan.of(verdict.actions(), words);
        return new Trial(
                at,
                outcome(here, verdict, plan),
                verdict.reason(),
                verdict.detail(),
                verdict.ruleId(),
                plan.replies(),
                plan.tagsAdded(),
                plan.tagsRemoved(),
                verdict.trace());
    }

    /** Of what is only asked in earnest, an answer is what is to be expected. */
    private static DecisionOutcome outcome(Situation here, Verdict verdict, Plan plan) {
        boolean drafts = verdict.reason() == Reason.AI && here.bot().ai().drafts() && plan.handOver() == null;
        if (drafts) {
            return DecisionOutcome.DRAFTED;
        }
        return verdict.asks() ? DecisionOutcome.REPLIED : plan.outcome(verdict.reason());
    }

    private Question question(Situation here) {
        return new Question(
                ids.next(),
                here.bot(),
                here.number(),
                here.conversation(),
                here.contact(),
                here.inbound(),
                most -> situations.before(here.conversation(), null, most),
                clock.instant().plus(PATIENCE),
                true);
    }

    /** The text as if the person wrote it. */
    private MessageView written(ConversationView conversation, Trial.Wish wish, Instant at) {
        JsonNode content = JsonNodeFactory.instance.objectNode().put("body", wish.text());
        return new MessageView(
                ids.next(),
                conversation.workspaceId(),
                conversation.numberId(),
                "",
                Direction.INBOUND,
                conversation.peer(),
                conversation.name(),
                "text",
                content,
                null,
                null,
                MessageStatus.RECEIVED,
                List.of(),
                null,
                conversation.id(),
                null,
                null,
                0,
                at,
                null,
                null,
                MessageNotes.NONE);
    }

    /** Writing opens the window. */
    static ConversationView opened(ConversationView conversation, Instant at) {
        return new ConversationView(
                conversation.id(),
                conversation.workspaceId(),
                conversation.numberId(),
                conversation.peer(),
                conversation.contactId(),
                conversation.name(),
                ServiceWindow.endOf(at),
                at,
                conversation.createdAt());
    }

    /** A person as somebody has written him: digits, or a user id. */
    static String peer(String from) {
        var digits = from.replaceAll("[+() .-]", "");
        return Met.isNumber(digits) ? digits : from.strip();
    }
}
