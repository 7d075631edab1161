package org.chasqui.messaging.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations between our numbers and people. */
@ApplicationScoped
public class Conversations {
    @Inject
    ConversationReader reader;

    @Inject
    Clock clock;

    /** Where a page of the list ends. */
    public record Cursor(Instant activeAt, UUID id) {}

    /** A conversation of the workspace. */
    @Transactional
    public Optional<ConversationView> find(UUID workspaceId, UUID conversationId) {
        return reader.find(workspaceId, conversationId);
    }

    /**
     * Conversations of the workspace, the latest activity first.
     *
     * @param after where the page before ended; null for the first page
     */
    @Transactional
    public List<ConversationView> list(UUID workspaceId, ConversationFilter filter, int limit, @Nullable Cursor after) {
        return reader.list(workspaceId, filter, clock.instant(), limit, after);
    }

    /**
     * How many messages of people are not marked as read, of the latest hundred of each conversation.
     *
     * @return by conversation; those without are left out
     */
    @Transactional
    public Map<UUID, Integer> unread(UUID workspaceId, Collection<UUID> conversationIds) {
        return reader.unread(workspaceId, conversationIds);
    }
}
