package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** Conversations that go over to a person because somebody wrote, and back because his time is over. */
@ApplicationScoped
class HandoverDesk {
    private static final int MOST_AT_ONCE = 200;

    @Inject
    Colleagues colleagues;

    @Inject
    StateStore states;

    @Inject
    Handovers handovers;

    @Inject
    Conversations conversations;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Clock clock;

    /** Somebody of the business may have written these messages: their conversations are theirs then. */
    @Transactional
    public void noteWritten(Collection<UUID> messageIds) {
        for (var written : colleagues.among(messageIds)) {
            conversations
                    .find(written.workspaceId(), written.conversationId())
                    .filter(conversation -> yields(conversation.numberId()))
                    .ifPresent(conversation -> {
                        var state = states.lock(conversation);
                        if (isOver(state, written.at())) {
                            return;
                        }
                        var bot = handovers.botOf(conversation.numberId());
                        boolean isNew = bot != null && handOver(bot, state, written.at());
                        states.save(state);
                        handovers.tell(conversation, handovers.handling(state), isNew);
                    });
        }
    }

    /** Somebody gave the conversation back after that: it does not count any more. */
    private static boolean isOver(BotState state, Instant writtenAt) {
        var returned = state.returnedAt;
        return returned != null && !writtenAt.isAfter(returned);
    }

    /**
     * What the bot must not overlook before it answers, in the caller's transaction: that somebody wrote, although nobody has
     * noted it yet, and that the time of a person is over.
     *
     * @return when somebody of the business last wrote and the bot yields to it; null when nobody has
     */
    @Nullable
    Instant catchUp(BotView bot, BotState state, Instant now) {
        if (state.isToReturn(now)) {
            state.giveBack(now);
        }
        if (!bot.settings().switches().yieldToPeople()) {
            return null;
        }
        var time = bot.settings().guards().handover();
        var wrote = colleagues.lastWrote(state, time, now).orElse(null);
        if (wrote != null && !state.isWithPerson(now)) {
            handOver(bot, state, wrote);
        }
        return wrote;
    }

    private static boolean handOver(BotView bot, BotState state, Instant at) {
        return state.handOver(
                Handling.Cause.WRITTEN, null, null, bot.settings().guards().handover(), at);
    }

    /**
     * Gives conversations back whose person has had his time; some at a time.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean giveBackDue() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var due = states.lockDue(now, MOST_AT_ONCE);
        for (var state : due) {
            state.giveBack(now);
            states.save(state);
            conversations
                    .find(state.workspaceId, state.conversationId)
                    .ifPresent(conversation -> handovers.tell(conversation, handovers.handling(state), true));
        }
        return due.size() == MOST_AT_ONCE;
    }

    private boolean yields(UUID numberId) {
        var bot = numbers.bots().containsKey(numberId) ? handovers.botOf(numberId) : null;
        return bot != null && bot.isAnswering() && bot.settings().switches().yieldToPeople();
    }
}
