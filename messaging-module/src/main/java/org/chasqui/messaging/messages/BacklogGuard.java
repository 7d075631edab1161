package org.chasqui.messaging.messages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.chasqui.messaging.messages.ledger.Backlogs;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.phone.NumberVariants;

/**
 * Refuses messages that would wait longer than they are worth: better a clear "later" at the door than a message that
 * expires in the queue. The counts are seconds old, which is enough for a bound of hours.
 */
@ApplicationScoped
public class BacklogGuard {
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);
    private static final Duration SOON = Duration.ofMinutes(1);

    /** What Meta lets one person get in that time: one message in six seconds. */
    private static final int MOST_FOR_A_PERSON = (int) (LONGEST_WAIT.toSeconds() / 6);

    /** Below this many in an hour nobody is looked up: it cannot be too many. */
    private static final int WORTH_A_LOOK = 100;

    private static final int MOST_PEOPLE = 50_000;

    @Inject
    Backlogs backlogs;

    private final Cache<Person, AtomicInteger> lately = Caffeine.newBuilder()
            .maximumSize(MOST_PEOPLE)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    private volatile Map<UUID, List<Backlogs.Backlog>> counts = Map.of();

    /**
     * What waits for a number.
     *
     * @param waiting messages that wait or are on their way
     * @param uncertain messages whose outcome is unknown
     */
    public record Total(long waiting, long uncertain) {}

    private record Person(UUID numberId, Lane lane, String peer) {}

    /** Takes new counts, for every lane of every number that has a backlog. */
    public void update(List<Backlogs.Backlog> counted) {
        counts = counted.stream().collect(Collectors.groupingBy(Backlogs.Backlog::numberId));
    }

    /** What waits for a number, as last counted. */
    public Total of(UUID numberId) {
        var lanes = counts.getOrDefault(numberId, List.of());
        return new Total(
                lanes.stream().mapToLong(Backlogs.Backlog::waiting).sum(),
                lanes.stream().mapToLong(Backlogs.Backlog::uncertain).sum());
    }

    /**
     * Refuses a message to somebody for whom more wait than he may get in the time. They would also be in the way of all
     * others: each claim of the lane passes over them.
     */
    void check(SenderNumber sender, Lane lane, String peer) {
        check(sender, lane);
        var times = lately.get(new Person(sender.id(), lane, peer), key -> new AtomicInteger());
        if (times.incrementAndGet() > WORTH_A_LOOK
                && backlogs.waitingFor(sender.id(), lane, NumberVariants.allOf(peer), MOST_FOR_A_PERSON)
                        >= MOST_FOR_A_PERSON) {
            throw RequestFailed.retryLater(
                    FailureCode.BACKLOG_FULL,
                    MOST_FOR_A_PERSON + " messages to this person wait, which is more than WhatsApp lets him get in "
                            + LONGEST_WAIT.toHours() + " hours. Send later.",
                    SOON);
        }
    }

    /** Refuses a message for which too many wait that go before it: those of its own lane and of more urgent ones. */
    void check(SenderNumber sender, Lane lane) {
        long waiting = counts.getOrDefault(sender.id(), List.of()).stream()
                .filter(backlog -> backlog.lane().compareTo(lane) <= 0)
                .mapToLong(Backlogs.Backlog::waiting)
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
