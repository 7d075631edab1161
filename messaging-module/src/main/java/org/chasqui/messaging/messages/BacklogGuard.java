package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private volatile Map<UUID, List<Queue.Backlog>> counts = Map.of();

    /**
     * What waits for a number.
     *
     * @param waiting messages that wait or are on their way
     * @param uncertain messages whose outcome is unknown
     */
    public record Total(long waiting, long uncertain) {}

    /** Takes new counts, for every lane of every number that has a backlog. */
    public void update(List<Queue.Backlog> backlogs) {
        counts = backlogs.stream().collect(Collectors.groupingBy(Queue.Backlog::numberId));
    }

    /** What waits for a number, as last counted. */
    public Total of(UUID numberId) {
        var lanes = counts.getOrDefault(numberId, List.of());
        return new Total(
                lanes.stream().mapToLong(Queue.Backlog::waiting).sum(),
                lanes.stream().mapToLong(Queue.Backlog::uncertain).sum());
    }

    /** Refuses a message for which too many wait that go before it: those of its own lane and of more urgent ones. */
    void check(SenderNumber sender, Lane lane) {
        long waiting = counts.getOrDefault(sender.id(), List.of()).stream()
                .filter(backlog -> backlog.lane().compareTo(lane) <= 0)
                .mapToLong(Queue.Backlog::waiting)
                .sum();
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
