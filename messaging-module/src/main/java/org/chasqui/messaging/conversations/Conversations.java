package org.chasqui.messaging.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Conversations between our numbers and people. */
@ApplicationScoped
public class Conversations {
    @Inject
    ConversationStore store;

    /** A conversation of the workspace. */
    @Transactional
    public Optional<ConversationView> find(UUID workspaceId, UUID conversationId) {
        return store.find(workspaceId, conversationId);
    }
}
