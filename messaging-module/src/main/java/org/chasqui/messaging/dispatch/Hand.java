package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.chasqui.messaging.messages.ledger.Claim;

/**
 * What this process knows that it has claimed: from the claim until its outcome is committed. A claim of this node that
 * is not in hand was committed and its answer lost with the connection; nobody would ever send it.
 */
@ApplicationScoped
class Hand {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    /** How often a message is in hand: one that was put back may be claimed again before we hear of that commit. */
    private final Map<UUID, Integer> held = new ConcurrentHashMap<>();

    /** Claims being made just now, each a token of its own: what they commit is not in hand before they return. */
    private final Set<Object> reaching = ConcurrentHashMap.newKeySet();

    /** Takes in hand what is claimed. */
    List<Claim> take(Supplier<List<Claim>> claiming) {
        var token = new Object();
        reaching.add(token);
        try {
            var claims = claiming.get();
            claims.forEach(claim -> held.merge(claim.messageId(), 1, Integer::sum));
            return claims;
        } finally {
            reaching.remove(token);
        }
    }

    /** The outcome of a claim is committed. */
    void drop(UUID messageId) {
        held.computeIfPresent(messageId, (id, times) -> times == 1 ? null : times - 1);
    }

    boolean holds(UUID messageId) {
        return held.containsKey(messageId);
    }

    /**
     * Waits until the claims that are being made now have returned: what they have committed is in hand then, or lost.
     *
     * @return false when one has not returned in time
     */
    boolean awaitReached(Duration patience) {
        var now = Set.copyOf(reaching);
        long deadline = System.nanoTime() + patience.toNanos();
        while (!Collections.disjoint(now, reaching)) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }
}
