package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.conversations.ConversationFilter;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** The situation of a trial: as it is for a person who has a conversation with the bot, else as it would be for anybody. */
@ApplicationScoped
class TrialScene {
    private static final String ANYBODY = "15555550100";
    private static final int MOST_CONVERSATIONS = 100;

    @Inject
    BotStore bots;

    @Inject
    BotNumbers botNumbers;

    @Inject
    Situations situations;

    @Inject
    StateStore states;

    @Inject
    HandoverDesk handovers;

    @Inject
    AnswerSources sources;

    @Inject
    Conversations conversations;

    @Inject
    Contacts contacts;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Ids ids;

    /** Makes the message that is tried. */
    @FunctionalInterface
    interface Writer {
        MessageView write(ConversationView conversation, Trial.Wish wish, Instant at);
    }

    @Transactional
    public Situation of(UUID workspaceId, UUID botId, Trial.Wish wish, Instant at, Writer writer) {
        var bot = bots.find(workspaceId, botId)
                .map(BotRow::view)
                .orElseThrow(() -> RequestFailed.notFound("bot", botId.toString()));
        var its = botNumbers.of(bot);
        var number = its.stream().findFirst().orElseGet(() -> anyNumber(workspaceId));
        var from = wish.from() == null || wish.from().isBlank() ? null : BotTrials.peer(wish.from());
        var contact = from == null ? null : contacts.find(workspaceId, from).orElse(null);
        var known = contact == null ? Optional.<ConversationView>empty() : conversation(contact, its);
        var conversation = BotTrials.opened(known.orElseGet(() -> nobody(workspaceId, number, from, contact, at)), at);
        var state = states.look(conversation);
        var answeredAt = known.isEmpty() ? null : handovers.catchUp(bot, state, at);
        var message = writer.write(conversation, wish, at);
        return new Situation(
                bot,
                situations.rulesOf(bot),
                // An unlinked bot is tried as if it might answer: what it lacks otherwise is told all the same.
                its.isEmpty() ? sources.missing(bot) : sources.whyNot(bot, number),
                number.sender(),
                conversation,
                state,
                contact,
                List.of(message),
                situations.stops(bot, List.of(message)),
                from != null && state.welcomedAt == null && situations.isFirst(conversation, message),
                answeredAt,
                false,
                at);
    }

    private NumberView anyNumber(UUID workspaceId) {
        return numbers.listDetails(workspaceId).stream()
                .findFirst()
                .orElseThrow(() -> new RequestFailed(
                        FailureCode.CONFLICT, "There is no number that a bot could answer on. Connect one first."));
    }

    /** The conversation of a person with one of the bot's numbers that was busy last. */
    private Optional<ConversationView> conversation(ContactView contact, List<NumberView> its) {
        var ids = Set.copyOf(its.stream().map(number -> number.sender().id()).toList());
        return conversations
                .list(contact.workspaceId(), ConversationFilter.ofContact(contact.id()), MOST_CONVERSATIONS, null)
                .stream()
                .filter(conversation -> ids.contains(conversation.numberId()))
                .max(Comparator.comparing(ConversationView::activeAt));
    }

    private ConversationView nobody(
            UUID workspaceId, NumberView number, @Nullable String from, @Nullable ContactView contact, Instant at) {
        return new ConversationView(
                ids.next(),
                workspaceId,
                number.sender().id(),
                from == null ? ANYBODY : from,
                contact == null ? null : contact.id(),
                contact == null ? null : contact.profileName(),
                null,
                null,
                at);
    }
}
