package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.contacts.Met;
import org.chasqui.messaging.messages.JoinedMessages;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.SendMessage;
import org.jspecify.annotations.Nullable;

/** Does what was decided: tags, replies, the hand-over, and the note of it all. In the caller's transaction. */
@ApplicationScoped
class Settlement {
    @Inject
    JoinedMessages messages;

    @Inject
    Contacts contacts;

    @Inject
    StateStore states;

    @Inject
    RuleStore rules;

    @Inject
    DecisionStore decisions;

    @Inject
    DraftStore drafts;

    @Inject
    WorkTable work;

    @Inject
    Handovers handovers;

    @Inject
    Event<BotDecided> decided;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /** What became of the replies: their ids, and why one was refused. */
    private record Said(List<UUID> ids, @Nullable String refusal) {
        static final Said NOTHING = new Said(List.of(), null);
    }

    /**
     * Does what was decided.
     *
     * @param wasWithPerson whether a person had the conversation before
     * @throws LostClaim when somebody else works on the turn
     */
    void settle(Turn turn, Situation here, Verdict judged, boolean wasWithPerson) {
        var state = here.state();
        var verdict = withoutLoops(here, judged);
        var words = Words.of(here.bot(), here.number(), here.conversation(), here.contact(), here.now(), random);
        var plan = Plan.of(verdict.actions(), words);
        var key = key(verdict, plan);
        if (!plan.replies().isEmpty() && state.isRepeating(key, guards(here), here.now())) {
            verdict = silenced(here, verdict, "The same answer was given again and again.");
            plan = Plan.NOTHING;
        }
        tag(here, plan);
        boolean drafting = isDrafting(here, verdict);
        var said = drafting ? Said.NOTHING : say(here, plan);
        if (!said.ids().isEmpty()) {
            mark(state, verdict, here);
            state.replied(key, guards(here), here.now());
        }
        handOver(here, verdict, plan);
        states.save(state);
        if (verdict.ruleId() != null) {
            rules.hit(verdict.ruleId(), here.now());
        }
        if (drafting) {
            drafts.save(turn.workspaceId(), new Draft(turn.conversationId(), turn.id(), plan.replies(), here.now()));
        }
        keep(turn, here, verdict, outcome(verdict, plan, said, drafting), said);
        boolean isWithPerson = state.isWithPerson(here.now());
        handovers.tell(here.conversation(), handovers.handling(state), wasWithPerson != isWithPerson);
    }

    private static BotGuards guards(Situation here) {
        return here.bot().settings().guards();
    }

    /** Counts how fast the other side is, and keeps silent towards machines. */
    private static Verdict withoutLoops(Situation here, Verdict verdict) {
        boolean machine = here.state().heard(here.inbound().get(0).createdAt());
        return machine && !verdict.actions().isEmpty()
                ? silenced(here, verdict, "The other side answers faster than people do.")
                : verdict;
    }

    private static Verdict silenced(Situation here, Verdict verdict, String why) {
        here.state().silence(guards(here), here.now());
        return Verdict.silent(Reason.LOOP, why, verdict.trace());
    }

    private void tag(Situation here, Plan plan) {
        var contact = here.contact();
        if (contact != null
                && !(plan.tagsAdded().isEmpty() && plan.tagsRemoved().isEmpty())) {
            contacts.tag(contact.workspaceId(), contact.id(), plan.tagsAdded(), plan.tagsRemoved());
        }
    }

    private static boolean isDrafting(Situation here, Verdict verdict) {
        return verdict.reason() == Reason.AI
                && here.bot().ai().drafts()
                && !verdict.actions().isEmpty();
    }

    private Said say(Situation here, Plan plan) {
        if (plan.replies().isEmpty()) {
            return Said.NOTHING;
        }
        var given = messages.accept(
                plan.replies().stream().map(reply -> command(here, reply)).toList());
        var ids = new ArrayList<UUID>();
        String refusal = null;
        for (var one : given) {
            if (one.messageId() != null) {
                ids.add(one.messageId());
            } else if (one.refusal() != null) {
                refusal = String.valueOf(one.refusal().getMessage());
            }
        }
        return new Said(ids, refusal);
    }

    private static SendMessage command(Situation here, Reply reply) {
        var peer = here.conversation().peer();
        return new SendMessage(
                here.conversation().workspaceId(),
                here.number().id().toString(),
                Met.isNumber(peer) ? "+" + peer : peer,
                reply.type(),
                reply.content(),
                null,
                null);
    }

    private static void mark(BotState state, Verdict verdict, Situation here) {
        if (verdict.welcomes()) {
            state.welcomedAt = here.now();
        }
        if (verdict.reason() == Reason.AWAY_MESSAGE) {
            state.awayAt = here.now();
        }
        boolean fellBack = verdict.reason() == Reason.SOURCE_FAILED && !verdict.welcomes();
        if (verdict.reason() == Reason.DEFAULT_MESSAGE || fellBack) {
            state.fallbackAt = here.now();
        }
    }

    private static void handOver(Situation here, Verdict verdict, Plan plan) {
        var wish = plan.handOver();
        if (wish != null) {
            var cause = switch (verdict.reason()) {
                case RULE -> Handling.Cause.RULE;
                case SOURCE_FAILED -> Handling.Cause.FAILURE;
                default -> Handling.Cause.BOT;
            };
            here.state()
                    .handOver(cause, wish.assignee(), wish.note(), guards(here).handover(), here.now());
        }
    }

    private static DecisionOutcome outcome(Verdict verdict, Plan plan, Said said, boolean drafting) {
        if (drafting && plan.handOver() == null) {
            return DecisionOutcome.DRAFTED;
        }
        boolean allRefused =
                !drafting && !plan.replies().isEmpty() && said.ids().isEmpty();
        return allRefused && plan.handOver() == null ? DecisionOutcome.FAILED : plan.outcome(verdict.reason());
    }

    private void keep(Turn turn, Situation here, Verdict verdict, DecisionOutcome outcome, Said said) {
        boolean refused = outcome == DecisionOutcome.FAILED && said.refusal() != null;
        keep(
                turn,
                new DecisionView(
                        turn.id(),
                        here.bot().id(),
                        turn.numberId(),
                        turn.conversationId(),
                        here.now(),
                        outcome,
                        refused ? Reason.REFUSED : verdict.reason(),
                        said.refusal() == null ? verdict.detail() : said.refusal(),
                        verdict.ruleId(),
                        here.inbound().stream().map(MessageView::id).toList(),
                        said.ids(),
                        verdict.trace().shortened(),
                        (int) Math.min(
                                Integer.MAX_VALUE,
                                Duration.between(here.now(), clock.instant()).toMillis())),
                guards(here).debounce());
    }

    /** Nobody could decide: the messages are left to people. */
    void giveUp(Turn turn, BotView bot, List<UUID> inbound, Instant now) {
        var trace = new Trace("", true, Handling.By.BOT, List.of(), null);
        keep(
                turn,
                new DecisionView(
                        turn.id(),
                        bot.id(),
                        turn.numberId(),
                        turn.conversationId(),
                        now,
                        DecisionOutcome.FAILED,
                        Reason.ERROR,
                        "It failed " + turn.attempt() + " times; the log of the gateway tells why.",
                        null,
                        inbound,
                        List.of(),
                        trace,
                        0),
                bot.settings().guards().debounce());
    }

    /** Last of all, because merging waits for whoever changes the work: the claim, which decides whether all this counts. */
    private void keep(Turn turn, DecisionView decision, Duration debounce) {
        decisions.insert(turn.workspaceId(), decision);
        if (!work.finish(turn, decision.at(), decision.at().plus(debounce))) {
            throw new LostClaim();
        }
        decided.fire(
                new BotDecided(turn.workspaceId(), decision.botId(), decision.conversationId(), decision.outcome()));
    }

    /** What makes two answers the same: the rule, whatever its spintax draws; else the words. */
    private static byte[] key(Verdict verdict, Plan plan) {
        var text = verdict.ruleId() == null
                ? verdict.reason()
                        + (verdict.asks() || isSourced(verdict) ? plan.replies().toString() : "")
                : verdict.ruleId().toString();
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static boolean isSourced(Verdict verdict) {
        return verdict.reason() == Reason.AI || verdict.reason() == Reason.EXTERNAL;
    }
}
