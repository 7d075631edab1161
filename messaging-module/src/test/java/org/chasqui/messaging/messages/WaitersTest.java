package org.chasqui.messaging.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitersTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    private final Waiters waiters = new Waiters();
    private final AtomicInteger questions = new AtomicInteger();
    private final Set<UUID> inTheDatabase = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void askForWhatAnotherNodeHasWritten() {
        waiters.reader = new MessageReader() {
            @Override
            List<UUID> answered(Collection<UUID> ids) {
                questions.incrementAndGet();
                return ids.stream().filter(inTheDatabase::contains).toList();
            }
        };
    }

    @Test
    void whatThisNodeSendsWakesItsRequestAtOnce() throws InterruptedException {
        waiters.register(id(1));
        var request = waiting(id(1));

        waiters.moved(new MessagesMoved("settle", List.of(move(1, MessageStatus.ACCEPTED))));

        request.join();
        assertThat(questions).as("it was told: nobody had to ask").hasValueLessThan(3);
    }

    @Test
    void aMessageThatIsPutBackIsNoAnswer() {
        waiters.register(id(1));

        waiters.moved(new MessagesMoved("settle", List.of(move(1, MessageStatus.QUEUED))));
        waiters.await(id(1), Duration.ofMillis(300));

        assertThat(questions).as("it went on waiting").hasValue(1);
    }

    @Test
    void oneLookFindsWhatAnotherNodeHasSentForAllWhoWait() throws InterruptedException {
        var requests = new ArrayList<Thread>();
        for (int i = 0; i < 60; i++) {
            waiters.register(id(i));
            requests.add(waiting(id(i)));
        }
        for (int i = 0; i < 60; i++) {
            inTheDatabase.add(id(i));
        }

        for (var request : requests) {
            request.join();
        }

        assertThat(questions.get()).isLessThan(60);
    }

    @Test
    void whoFindsNoPlaceDoesNotWait() {
        waiters.provide(2);

        assertThat(waiters.register(id(1))).isTrue();
        assertThat(waiters.register(id(2))).isTrue();
        assertThat(waiters.register(id(3))).isFalse();
        waiters.await(id(3), LONG);

        waiters.forget(id(1));
        assertThat(waiters.register(id(3))).isTrue();
    }

    @Test
    void whoCannotLookGoesOnWaiting() {
        waiters.reader = new MessageReader() {
            @Override
            List<UUID> answered(Collection<UUID> ids) {
                questions.incrementAndGet();
                throw new IllegalStateException("the database is away");
            }
        };
        waiters.register(id(1));

        waiters.await(id(1), Duration.ofMillis(400));

        assertThat(questions).hasPositiveValue();
    }

    private Thread waiting(UUID message) {
        var thread = new Thread(() -> waiters.await(message, LONG));
        thread.start();
        return thread;
    }

    private static UUID id(int number) {
        return new UUID(5, number);
    }

    private static Move move(int message, MessageStatus to) {
        return new Move(
                id(message),
                new UUID(1, 1),
                new UUID(2, 2),
                Direction.OUTBOUND,
                null,
                null,
                null,
                "14155550100",
                Instant.EPOCH,
                MessageStatus.QUEUED,
                to,
                Set.of(),
                null,
                null);
    }
}
