package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Who has a conversation: its bot, or a person. */
@ApplicationScoped
public class Handovers {

    /** Who has each of these conversations; every one that was asked for is in the answer. */
    @Transactional
    public Map<UUID, Handling> of(Collection<ConversationView> conversations) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * A person takes a conversation, or gives it to somebody.
     *
     * @param assignee e-mail of a person of the workspace; null for whoever is there
     * @param note what that person should know; null for nothing
     * @param time how long; null for what the bot is set to, zero for until it is given back
     * @throws RequestFailed NOT_FOUND, or VALIDATION_FAILED for a note or a time that is too long
     */
    @Transactional
    public Handling handOver(
            UUID workspaceId,
            UUID conversationId,
            @Nullable String assignee,
            @Nullable String note,
            @Nullable Duration time) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * A conversation goes back to its bot; nothing happens when no person has it.
     *
     * @throws RequestFailed NOT_FOUND
     */
    @Transactional
    public Handling giveBack(UUID workspaceId, UUID conversationId) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * Allows automatic answers of any kind in a conversation, or forbids them.
     *
     * @throws RequestFailed NOT_FOUND
     */
    @Transactional
    public Handling autoreply(UUID workspaceId, UUID conversationId, boolean enabled) {
        throw new UnsupportedOperationException("follows");
    }
}
