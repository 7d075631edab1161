package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Answers of an AI that wait for a person; one for each conversation. */
@ApplicationScoped
public class BotDrafts {
    @Inject
    DraftStore store;

    /** The draft of a conversation; empty when there is none, or when somebody has written since. */
    @Transactional
    public Optional<Draft> of(UUID workspaceId, UUID conversationId) {
        return store.find(workspaceId, conversationId);
    }

    /** Throws the draft of a conversation away: it was sent, or nobody wants it. */
    @Transactional
    public void discard(UUID workspaceId, UUID conversationId) {
        store.delete(workspaceId, conversationId);
    }
}
