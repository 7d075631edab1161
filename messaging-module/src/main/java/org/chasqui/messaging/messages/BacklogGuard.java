package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Refuses messages that would wait longer than they are worth: better a clear "later" at the door than a message that
 * expires in the queue. The counts are seconds old, which is enough for a bound of hours.
 */
@ApplicationScoped
public class BacklogGuard {
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);

    private volatile Map<UUID, Queue.Backlog> counts = Map.of();

    /** Takes new counts, for every number that has a backlog. */
    public void update(List<Queue.Backlog> backlogs) {
        var next = new HashMap<UUID, Queue.Backlog>();
        backlogs.forEach(one -> next.put(one.numberId(), one));
        counts = Map.copyOf(next);
    }

    /** What waits for a number, as last counted. */
    public Queue.Backlog of(UUID numberId) {
        return counts.getOrDefault(numberId, new Queue.Backlog(numberId, 0, 0));
    }

    void check(SenderNumber sender) {
        long waiting = of(sender.id()).waiting();
        long seconds = waiting / Math.max(1, sender.messagesPerSecond());
        if (seconds > LONGEST_WAIT.toSeconds()) {
            throw RequestFailed.retryLater(
                    FailureCode.BACKLOG_FULL,
                    waiting + " messages wait for this number, which is more than it can send in "
                            + LONGEST_WAIT.toHours() + " hours. Send later, or from another number.",
                    Duration.ofSeconds(seconds - LONGEST_WAIT.toSeconds()));
        }
    }
}
