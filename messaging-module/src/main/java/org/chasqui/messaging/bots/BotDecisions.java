package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What bots decided, and why. */
@ApplicationScoped
public class BotDecisions {
    @Inject
    DecisionStore store;

    /**
     * Which decisions to list; a null part does not filter.
     *
     * @param outcome only these
     */
    public record Filter(
            @Nullable UUID botId,
            @Nullable UUID conversationId,
            @Nullable DecisionOutcome outcome) {}

    /**
     * Decisions of the workspace, the newest first.
     *
     * @param before id of the last decision of the page before; null for the first page
     */
    @Transactional
    public List<DecisionView> list(UUID workspaceId, Filter filter, int limit, @Nullable UUID before) {
        return store.list(workspaceId, filter, limit, before);
    }

    /**
     * The decisions that messages belong to, inbound ones and replies.
     *
     * @return by message; those that no bot has anything to do with are left out
     */
    @Transactional
    public Map<UUID, DecisionView> ofMessages(UUID workspaceId, Collection<UUID> messageIds) {
        return store.ofMessages(workspaceId, messageIds);
    }
}
