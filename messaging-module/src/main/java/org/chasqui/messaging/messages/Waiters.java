package org.chasqui.messaging.messages;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.batching.Batcher;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.migrations.DatabaseReady;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait for Meta's answer to their message ({@code Prefer: wait}, and the dialects whose clients expect a wamid).
 * None of them holds a thread here: each is told on one of a few threads when the transaction that records Meta's answer has
 * committed, or when its patience is over. Messages of which something is known are read together.
 *
 * <p>What waits costs memory, a connection and a request each; so there are places, and who finds none is answered at once.
 */
@ApplicationScoped
class Waiters {
    private static final Logger LOG = System.getLogger(Waiters.class.getName());

    static final int DEFAULT_PLACES = 2_000;

    private static final int MOST_PLACES = 10_000;

    /** Another node may have sent the message: then no event comes here, and the rows are looked at now and then. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** How long the last look at a message may take when its patience is over. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** At the end of the node: calls under way have their answer within a second or two. */
    private static final Duration LAST_CALLS = Duration.ofSeconds(5);

    private static final int LARGEST_READING = 200;

    @Inject
    Settings settings;

    @Inject
    MessageReader reader;

    private final Map<UUID, Waiter> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private int number;
    private Semaphore places = new Semaphore(0);
    private @Nullable WaiterThreads threads;
    private @Nullable Batcher<List<Waiter>, Map<UUID, MessageView>> reading;
    private volatile boolean isOpen;

    void start(@Observes DatabaseReady ready) {
        open(settings.number("chasqui.api.waiting-requests", DEFAULT_PLACES, 1, MOST_PLACES));
    }

    /** @param most how many may wait at a time */
    void open(int most) {
        number = most;
        places = new Semaphore(most);
        var opened = new Batcher<>("waiters-read", MOST_PLACES, LARGEST_READING, this::readTogether, any -> false);
        var started = new WaiterThreads();
        opened.start(BackgroundThreads.FACTORY, 1);
        reading = opened;
        threads = started;
        started.every(Duration.ofMillis(100), this::endPatience);
        started.every(LOOK_AGAIN, this::look);
        isOpen = true;
    }

    @PreDestroy
    void stop() {
        close(LAST_CALLS);
    }

    /** Nobody is left without an answer; what Meta says meanwhile is still told. */
    void close(Duration lastCalls) {
        isOpen = false;
        if (threads == null || reading == null) {
            return;
        }
        try {
            places.tryAcquire(number, lastCalls.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        waiting.values().forEach(waiter -> end(waiter, null));
        reading.stop();
        threads.stop();
    }

    /**
     * Registers before the message is accepted, so that an answer cannot slip by. Its patience begins now.
     *
     * @return null when as many wait as may, or the same message is waited for already: this one is not to wait
     */
    @Nullable
    Waiter register(UUID messageId, Duration patience) {
        if (!isOpen || !places.tryAcquire()) {
            return null;
        }
        var waiter = new Waiter(messageId, System.nanoTime(), patience);
        if (waiting.putIfAbsent(messageId, waiter) != null) {
            places.release();
            return null;
        }
        if (!isOpen) {
            // Whoever stops may have passed by already.
            forget(waiter);
            return null;
        }
        return waiter;
    }

    /** The message was not accepted. */
    void forget(Waiter waiter) {
        if (waiter.end()) {
            tell(waiter, null);
        }
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesMoved event) {
        if (waiting.isEmpty()) {
            return;
        }
        read(event.moves().stream()
                .filter(move -> move.to() != MessageStatus.QUEUED)
                .map(Move::messageId)
                .toList());
    }

    /** On the thread that keeps time. It asks the database nothing itself: one that hangs must not make anybody late. */
    private void endPatience() {
        long now = System.nanoTime();
        var over = new ArrayList<UUID>();
        for (var waiter : waiting.values()) {
            if (waiter.isOver(GRACE, now)) {
                end(waiter, null);
            } else if (waiter.isOver(now)) {
                over.add(waiter.messageId());
            }
        }
        read(over);
    }

    /** One question for all who wait, however many they are; what this node sends is answered before anybody has to ask. */
    private void look() {
        long now = System.nanoTime();
        var asked = waiting.values().stream()
                .filter(waiter -> waiter.isWaiting() && waiter.hasWaited(LOOK_AGAIN, now))
                .map(Waiter::messageId)
                .toList();
        if (!asked.isEmpty() && looking.compareAndSet(false, true)) {
            Objects.requireNonNull(threads).execute(() -> look(asked));
        }
    }

    private void look(List<UUID> asked) {
        try {
            read(reader.answered(asked));
        } catch (RuntimeException unreadable) {
            // What is waited for is committed: the next look, or the end of the patience, comes in any case.
            LOG.log(Level.DEBUG, "nobody could look for answers that requests wait for", unreadable);
        } finally {
            looking.set(false);
        }
    }

    private void read(Collection<UUID> messageIds) {
        var asking = messageIds.stream()
                .map(waiting::get)
                .filter(waiter -> waiter != null && waiter.ask())
                .toList();
        if (!asking.isEmpty()) {
            Objects.requireNonNull(reading)
                    .submit(asking)
                    .whenComplete((seen, failed) -> seen(asking, seen == null ? Map.of() : seen, failed));
        }
    }

    /** While one reading is under way, the next gathers. */
    private List<Map<UUID, MessageView>> readTogether(List<List<Waiter>> groups) {
        var ids = groups.stream().flatMap(List::stream).map(Waiter::messageId).toList();
        var seen = reader.ofAnyWorkspace(ids).stream().collect(Collectors.toMap(MessageView::id, message -> message));
        return Collections.nCopies(groups.size(), seen);
    }

    private void seen(List<Waiter> asking, Map<UUID, MessageView> seen, @Nullable Throwable failed) {
        if (failed != null) {
            LOG.log(
                    Level.DEBUG,
                    "messages that requests wait for could not be read: {0}",
                    DatabaseTrouble.named(failed));
        }
        long now = System.nanoTime();
        for (var waiter : asking) {
            var message = seen.get(waiter.messageId());
            if (message == null && isOpen && !waiter.isOver(now)) {
                // The next look comes back to it.
                waiter.waitOn();
            } else {
                end(waiter, message);
            }
        }
    }

    private void end(Waiter waiter, @Nullable MessageView message) {
        if (waiter.end()) {
            Objects.requireNonNull(threads).execute(() -> tell(waiter, message));
        }
    }

    /** Its place is free when its answer is written, and not before: what waits for that counts, too. */
    private void tell(Waiter waiter, @Nullable MessageView message) {
        try {
            waiter.outcome().complete(Optional.ofNullable(message));
        } finally {
            waiting.remove(waiter.messageId(), waiter);
            places.release();
        }
    }
}
