package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Who has a conversation: its bot, or a person. */
@ApplicationScoped
public class Handovers {
    private static final Duration LONGEST = Duration.ofDays(30);

    @Inject
    StateStore states;

    @Inject
    BotStore bots;

    @Inject
    RuleCheck check;

    @Inject
    Conversations conversations;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Event<HandoversMoved> moved;

    @Inject
    Clock clock;

    /** Who has each of these conversations; every one that was asked for is in the answer. */
    @Transactional
    public Map<UUID, Handling> of(Collection<ConversationView> all) {
        var linked = numbers.bots();
        var botIds = new HashSet<UUID>();
        for (var conversation : all) {
            var botId = linked.get(conversation.numberId());
            if (botId != null) {
                botIds.add(botId);
            }
        }
        var known = bots.byIds(botIds);
        var stateOf = states.byIds(all.stream().map(ConversationView::id).toList());
        var now = now();
        var handlings = new HashMap<UUID, Handling>();
        for (var conversation : all) {
            var state = stateOf.getOrDefault(conversation.id(), blank(conversation));
            var botId = linked.get(conversation.numberId());
            handlings.put(conversation.id(), state.handling(botId, isAnswering(known, botId), now));
        }
        return handlings;
    }

    /**
     * A person takes a conversation, or gives it to somebody.
     *
     * @param assignee e-mail of a person of the workspace; null for whoever is there
     * @param note what that person should know; null for nothing
     * @param time how long, whole seconds; null for what the bot is set to, zero for until it is given back
     * @throws RequestFailed NOT_FOUND, or VALIDATION_FAILED for a note or a time that is too long
     */
    @Transactional
    public Handling handOver(
            UUID workspaceId,
            UUID conversationId,
            @Nullable String assignee,
            @Nullable String note,
            @Nullable Duration time) {
        check.assignee(workspaceId, "assignee", assignee);
        check.note("note", note);
        if (time != null && (time.isNegative() || time.compareTo(LONGEST) > 0)) {
            throw RequestFailed.invalid("seconds", "must be from 0 to " + LONGEST.toSeconds() + ".");
        }
        return change(workspaceId, conversationId, state -> {
            var bot = botOf(state.numberId);
            var usual = bot == null ? Duration.ZERO : bot.settings().guards().handover();
            state.assign(assignee, note, time == null ? usual : time, now());
        });
    }

    /**
     * A conversation goes back to its bot; nothing happens when no person has it.
     *
     * @throws RequestFailed NOT_FOUND
     */
    @Transactional
    public Handling giveBack(UUID workspaceId, UUID conversationId) {
        return change(workspaceId, conversationId, state -> state.giveBack(now()));
    }

    /**
     * Allows automatic answers of any kind in a conversation, or forbids them.
     *
     * @throws RequestFailed NOT_FOUND
     */
    @Transactional
    public Handling autoreply(UUID workspaceId, UUID conversationId, boolean enabled) {
        return change(workspaceId, conversationId, state -> state.autoreply = enabled);
    }

    private Handling change(UUID workspaceId, UUID conversationId, Consumer<BotState> change) {
        var conversation = conversations
                .find(workspaceId, conversationId)
                .orElseThrow(() -> RequestFailed.notFound("conversation", conversationId.toString()));
        var state = states.lock(conversation);
        boolean wasWithPerson = state.isWithPerson(now());
        change.accept(state);
        states.save(state);
        var handling = handling(state);
        tell(conversation, handling, wasWithPerson != state.isWithPerson(now()) || state.isWithPerson(now()));
        return handling;
    }

    /** Tells of a conversation that has gone from the bot to a person, or back, in the caller's transaction. */
    void tell(ConversationView conversation, Handling handling, boolean news) {
        if (news) {
            moved.fire(new HandoversMoved(List.of(new HandoversMoved.Change(conversation, handling, now()))));
        }
    }

    Handling handling(BotState state) {
        var bot = botOf(state.numberId);
        return state.handling(bot == null ? null : bot.id(), bot != null && bot.isAnswering(), now());
    }

    @Nullable
    BotView botOf(UUID numberId) {
        var botId = numbers.bots().get(numberId);
        return botId == null ? null : bots.byId(botId).map(BotRow::view).orElse(null);
    }

    private static boolean isAnswering(Map<UUID, BotView> known, @Nullable UUID botId) {
        var bot = botId == null ? null : known.get(botId);
        return bot != null && bot.isAnswering();
    }

    private static BotState blank(ConversationView conversation) {
        return new BotState(conversation.id(), conversation.workspaceId(), conversation.numberId());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
