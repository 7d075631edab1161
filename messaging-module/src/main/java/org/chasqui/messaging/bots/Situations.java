package org.chasqui.messaging.bots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.contacts.Keywords;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.accounts.NumberView;
import org.jspecify.annotations.Nullable;

/** Gathers what a decision depends on. */
@ApplicationScoped
class Situations {
    private static final int COMPILED = 5_000;
    private static final Set<String> NO_WORDS = Set.of("reaction", "edit", "revoke", "system");

    @Inject
    RuleStore rules;

    @Inject
    AnswerSources sources;

    @Inject
    Contacts contacts;

    @Inject
    Keywords keywords;

    @Inject
    Messages messages;

    /** A rule that was changed has another time of change. */
    private record Version(UUID ruleId, Instant updatedAt) {}

    private final Cache<Version, CompiledRule> compiled =
            Caffeine.newBuilder().maximumSize(COMPILED).build();

    /** What a decision about messages in earnest depends on. */
    Situation of(
            BotView bot,
            NumberView number,
            ConversationView conversation,
            BotState state,
            List<MessageView> inbound,
            @Nullable Instant answeredAt,
            boolean catchingUp,
            Instant now) {
        return new Situation(
                bot,
                rulesOf(bot),
                sources.whyNot(bot, number),
                number.sender(),
                conversation,
                state,
                contact(conversation),
                inbound,
                stops(bot, inbound),
                state.welcomedAt == null && isFirst(conversation, inbound.get(0)),
                answeredAt,
                catchingUp,
                now);
    }

    List<CompiledRule> rulesOf(BotView bot) {
        return rules.list(bot.id()).stream()
                .map(rule -> compiled.get(new Version(rule.id(), rule.updatedAt()), version -> CompiledRule.of(rule)))
                .toList();
    }

    @Nullable
    ContactView contact(ConversationView conversation) {
        var id = conversation.contactId();
        return id == null
                ? null
                : contacts.byIds(conversation.workspaceId(), Set.of(id)).get(id);
    }

    /** Whether the last message is one of the workspace's words for opting out, in the words in which it is heard as that. */
    boolean stops(BotView bot, List<MessageView> inbound) {
        var latest = inbound.get(inbound.size() - 1);
        return Said.by(List.of(latest)).stream()
                .anyMatch(said ->
                        keywords.of(bot.workspaceId()).optsOut(said.text()).orElse(false));
    }

    /** Whether the person has never written in this conversation before. */
    boolean isFirst(ConversationView conversation, MessageView first) {
        var ofThePerson = new MessageFilter(
                null, conversation.id(), null, Set.of(), Direction.INBOUND, null, null, null, null, null);
        return messages.list(conversation.workspaceId(), ofThePerson, 1, first.id())
                .isEmpty();
    }

    /** Messages before one, the oldest first; reactions, edits and notices are no part of a conversation. */
    List<MessageView> before(ConversationView conversation, @Nullable UUID id, int most) {
        return messages
                .list(conversation.workspaceId(), MessageFilter.ofConversation(conversation.id()), most, id)
                .stream()
                .filter(message -> !NO_WORDS.contains(message.type()))
                .sorted(Comparator.comparing(MessageView::createdAt).thenComparing(MessageView::id))
                .toList();
    }
}
