package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Takes turns and decides about them. Everything that a decision writes is one transaction with taking the turn out of the
 * work: a crash leaves both or neither, and whoever has lost his claim writes nothing.
 */
@ApplicationScoped
class TurnDesk {
    /** How long a worker may take for what needs nobody else. */
    static final Duration CLAIM = Duration.ofSeconds(20);

    /** How long a turn waits when everybody who could ask is busy. */
    static final Duration FULL = Duration.ofSeconds(1);

    /** Nobody waits longer for an answer, whatever a bot is set to. */
    private static final Duration LONGEST_ASKING = Duration.ofSeconds(60);

    /** A node may hear this much later that a number has a bot. */
    private static final Duration NEWS_OF_LINKS = Duration.ofSeconds(11);

    private static final int LOOKS_FOR_A_LINK = 2;
    private static final int MOST_AT_ONCE = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    @Inject
    WorkTable work;

    @Inject
    BotStore bots;

    @Inject
    StateStore states;

    @Inject
    DecisionStore decisions;

    @Inject
    Situations situations;

    @Inject
    HandoverDesk handovers;

    @Inject
    Settlement settlement;

    @Inject
    Conversations conversations;

    @Inject
    Messages messages;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Clock clock;

    /**
     * A question that has to be asked before a turn can be decided.
     *
     * @param turn with exactly the messages that are asked about
     */
    record Pending(Turn turn, Question question) {}

    /** Takes what is due for longest. */
    @Transactional
    public List<Turn> claim(int most) {
        var now = now();
        return work.claim(most, now, now.plus(CLAIM));
    }

    /**
     * Decides about a turn, and does what is decided.
     *
     * @param answer of who was asked about it; null before anybody was
     * @return the question, when somebody has to be asked first: nothing was decided then
     * @throws LostClaim when it took too long: nothing was decided then
     */
    @Transactional
    public Optional<Pending> decide(Turn claimed, @Nullable Answer answer) {
        var known = work.mine(claimed);
        if (known.isEmpty()) {
            throw new LostClaim();
        }
        // Who was asked answers what he was asked about; what was written meanwhile is a turn of its own.
        var turn = answer == null ? known.get() : claimed;
        var bot = linkedBot(turn);
        var number = numbers.details(turn.workspaceId(), turn.numberId().toString());
        var conversation = conversations.find(turn.workspaceId(), turn.conversationId());
        if (bot == null || number.isEmpty() || conversation.isEmpty()) {
            leave(turn);
            return Optional.empty();
        }
        var inbound = inbound(turn);
        if (inbound.isEmpty()) {
            work.finish(turn, now(), now());
            return Optional.empty();
        }
        return decide(turn, bot, number.get(), conversation.get(), inbound, answer);
    }

    private Optional<Pending> decide(
            Turn turn,
            BotView bot,
            NumberView number,
            ConversationView conversation,
            List<MessageView> inbound,
            @Nullable Answer answer) {
        var now = now();
        var state = states.lock(conversation);
        boolean wasWithPerson = state.handedOverAt != null;
        var answeredAt = handovers.catchUp(bot, state, now);
        var here = situations.of(bot, number, conversation, state, inbound, answeredAt, turn.catchingUp(), now);
        var verdict = Judge.judge(here);
        if (verdict.asks() && answer == null) {
            return Optional.of(new Pending(turn, question(turn, here)));
        }
        // Whatever was answered, guards may have another say meanwhile.
        var decided = verdict.asks() && answer != null ? Judge.judge(here, verdict, answer) : verdict;
        settlement.settle(turn, here, decided, wasWithPerson);
        return Optional.empty();
    }

    private Question question(Turn turn, Situation here) {
        var bot = here.bot();
        var wanted =
                bot.kind() == BotKind.AI ? bot.ai().timeout() : bot.external().timeout();
        var patience = wanted.compareTo(LONGEST_ASKING) < 0 ? wanted : LONGEST_ASKING;
        var first = here.inbound().get(0).id();
        return new Question(
                turn.id(),
                bot,
                here.number(),
                here.conversation(),
                here.contact(),
                here.inbound(),
                most -> situations.before(here.conversation(), first, most),
                here.now().plus(patience),
                false);
    }

    /**
     * Has a claim hold until some time after an answer was waited for.
     *
     * @return whether it still held
     */
    @Transactional
    public boolean extend(Turn turn, Instant deadline) {
        return work.extend(turn, deadline.plus(CLAIM));
    }

    /** Nobody is free to ask: the turn waits a moment, which is no failure of its own. */
    @Transactional
    public void waitForTurn(Turn turn) {
        work.putBack(turn, now().plus(FULL));
    }

    /** Something went wrong: the turn is tried again after a pause that grows. */
    @Transactional
    public void postpone(Turn turn) {
        var pause = Duration.ofSeconds(1L << Math.min(turn.attempt(), 10));
        work.postpone(turn, now().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    /** Something went wrong too often: that is the decision. */
    @Transactional
    public void giveUp(Turn turn) {
        var bot = linkedBot(turn);
        var inbound = inbound(turn);
        if (bot != null && !inbound.isEmpty()) {
            settlement.giveUp(turn, bot, inbound.stream().map(MessageView::id).toList(), now());
        } else {
            work.finish(turn, now(), now());
        }
    }

    private @Nullable BotView linkedBot(Turn turn) {
        var botId = numbers.bots().get(turn.numberId());
        return botId == null ? null : bots.byId(botId).map(BotRow::view).orElse(null);
    }

    /** Nobody is to answer it; but this node may not have heard of a bot yet that another one has linked. */
    private void leave(Turn turn) {
        if (turn.attempt() <= LOOKS_FOR_A_LINK) {
            work.postpone(turn, now().plus(NEWS_OF_LINKS));
        } else {
            work.finish(turn, now(), now());
        }
    }

    /** The messages that are in no decision yet, the oldest first; of very many the latest ones. */
    private List<MessageView> inbound(Turn turn) {
        var heard = decisions.heard(turn.messageIds());
        var ids = new ArrayList<>(turn.messageIds());
        ids.removeAll(heard);
        return ids.stream()
                .skip(Math.max(0, ids.size() - MOST_AT_ONCE))
                .flatMap(id -> messages.find(turn.workspaceId(), id.toString()).stream())
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
