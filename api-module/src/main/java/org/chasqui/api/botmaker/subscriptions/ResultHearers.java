package org.chasqui.api.botmaker.subscriptions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Who wants to hear what became of calls. Each call asks, so that it is answered from memory. */
@ApplicationScoped
public class ResultHearers {
    /** How long a node may believe what another node has changed. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    @Inject
    SubscriptionStore store;

    private final Cache<UUID, Boolean> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();

    /** Whether anybody in the workspace does. */
    public boolean areThere(UUID workspaceId) {
        return known.get(workspaceId, store::wantsResults);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) SubscriptionsChanged event) {
        known.invalidate(event.workspaceId());
    }
}
