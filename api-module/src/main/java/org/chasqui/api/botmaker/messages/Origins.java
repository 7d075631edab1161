package org.chasqui.api.botmaker.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.api.botmaker.notes.NoteStore;
import org.chasqui.messaging.bots.BotDecisions;
import org.chasqui.messaging.bots.Handling;
import org.chasqui.messaging.bots.Handovers;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageView;

/**
 * Who wrote a message: the person ({@code user}), a bot, or somebody of the team ({@code agent}). Botmaker counts what comes
 * through its API as the bot's. Of messages that neither a bot nor this API has sent, those in a conversation that a person of
 * the team has are the team's.
 */
@ApplicationScoped
public class Origins {
    @Inject
    BotDecisions decisions;

    @Inject
    NoteStore notes;

    @Inject
    Handovers handovers;

    @Inject
    Conversations conversations;

    /** Who wrote. */
    public enum From {
        USER("user"),
        BOT("bot"),
        AGENT("agent");

        private final String wireName;

        From(String wireName) {
            this.wireName = wireName;
        }

        /** As listings write it. */
        public String wireName() {
            return wireName;
        }
    }

    /** Who wrote messages of a workspace, by their ids. */
    public Map<UUID, From> of(UUID workspaceId, Collection<MessageView> messages) {
        var ids = messages.stream().map(MessageView::id).toList();
        var decided = decisions.ofMessages(workspaceId, ids);
        var noted = notes.noted(ids);
        var withPerson = new HashMap<UUID, Boolean>();
        var origins = new HashMap<UUID, From>();
        for (var message : messages) {
            boolean isOfMachine = decided.containsKey(message.id()) || noted.contains(message.id());
            origins.put(message.id(), of(message, isOfMachine, withPerson));
        }
        return origins;
    }

    private From of(MessageView message, boolean isOfMachine, Map<UUID, Boolean> withPerson) {
        if (message.direction() == Direction.INBOUND) {
            return From.USER;
        }
        if ("business_app".equals(message.notes().origin())) {
            return From.AGENT;
        }
        if (isOfMachine || message.template() != null) {
            return From.BOT;
        }
        var conversationId = message.conversationId();
        boolean isAgent = conversationId != null
                && withPerson.computeIfAbsent(conversationId, id -> isWithPerson(message.workspaceId(), id));
        return isAgent ? From.AGENT : From.BOT;
    }

    private boolean isWithPerson(UUID workspaceId, UUID conversationId) {
        return conversations
                .find(workspaceId, conversationId)
                .map(one -> handovers.of(List.of(one)).get(one.id()))
                .filter(handling -> handling.by() == Handling.By.PERSON)
                .isPresent();
    }
}
