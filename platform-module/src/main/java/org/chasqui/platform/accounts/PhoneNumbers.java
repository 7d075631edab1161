package org.chasqui.platform.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that can send. Everything is answered from memory: the whole table is small, is read again every few
 * seconds and at once after a change made on this node.
 */
@ApplicationScoped
public class PhoneNumbers {
    /** How long a node may believe what another node has changed. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** A number that is not there may have been connected on another node; but unknown ids must not cost a query each. */
    private static final Duration FRESH_ENOUGH_TO_MISS = Duration.ofSeconds(1);

    private static final Duration TOKEN_KEPT = Duration.ofMinutes(1);

    @Inject
    NumberDirectory directory;

    @Inject
    Clock clock;

    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Snapshot current;
    private final Cache<UUID, String> tokens =
            Caffeine.newBuilder().expireAfterWrite(TOKEN_KEPT).build();

    /** For the container. */
    public PhoneNumbers() {}

    PhoneNumbers(NumberDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** A number of the workspace by our UUID or by Meta's id; empty for a number of another workspace. */
    public Optional<SenderNumber> find(UUID workspaceId, String ourIdOrMetaId) {
        return details(workspaceId, ourIdOrMetaId).map(NumberView::sender);
    }

    /** A number of the workspace with everything that is known about it. */
    public Optional<NumberView> details(UUID workspaceId, String ourIdOrMetaId) {
        return look(snapshot -> snapshot.byEitherId(ourIdOrMetaId))
                .filter(number -> number.sender().workspaceId().equals(workspaceId));
    }

    /** A number by our id, whatever its workspace: for background work, never for a request. */
    public Optional<SenderNumber> byId(UUID id) {
        return look(snapshot -> snapshot.byEitherId(id.toString())).map(NumberView::sender);
    }

    /** A number by Meta's id, whatever its workspace: for webhooks, never for a request. */
    public Optional<SenderNumber> byPhoneNumberId(String phoneNumberId) {
        return look(snapshot -> Optional.ofNullable(snapshot.byMetaId.get(phoneNumberId)))
                .map(NumberView::sender);
    }

    /**
     * A number of an account by the number itself, whatever its workspace: for webhooks, never for a request.
     *
     * @param digits with country code, digits only
     */
    public Optional<SenderNumber> byDisplayNumber(String wabaId, String digits) {
        return snapshot(FRESH).numbers.stream()
                .map(NumberView::sender)
                .filter(number -> number.wabaId().equals(wabaId) && digits.equals(digitsOf(number)))
                .findFirst();
    }

    private static String digitsOf(SenderNumber number) {
        return number.displayPhoneNumber().replaceAll("\\D", "");
    }

    /** The numbers of a workspace, the oldest first. */
    public List<SenderNumber> list(UUID workspaceId) {
        return listDetails(workspaceId).stream().map(NumberView::sender).toList();
    }

    /** The numbers of a workspace with everything that is known about them, the oldest first. */
    public List<NumberView> listDetails(UUID workspaceId) {
        return snapshot(FRESH).numbers.stream()
                .filter(number -> number.sender().workspaceId().equals(workspaceId))
                .toList();
    }

    /** The numbers of all workspaces: for background work. */
    public List<SenderNumber> all() {
        return snapshot(FRESH).numbers.stream().map(NumberView::sender).toList();
    }

    /** The bots that answer, by our ids of the numbers that they answer on; numbers without a bot are left out. */
    public Map<UUID, UUID> bots() {
        return snapshot(FRESH).bots;
    }

    /** Why we do not send for a number now: what Meta has told of it or of its account. */
    public Optional<Obstacle> obstacle(UUID id) {
        return look(snapshot -> snapshot.byEitherId(id.toString()))
                .map(NumberView::obstacle)
                .filter(obstacle -> obstacle.standsAt(clock.instant()));
    }

    /**
     * The token to call Graph with for this number, decrypted.
     *
     * @throws RequestFailed NUMBER_NOT_READY when the number has none
     */
    public String accessToken(SenderNumber number) {
        var token = tokens.get(number.accountId(), id -> directory.token(id).orElse(null));
        if (token == null) {
            throw new RequestFailed(
                    FailureCode.NUMBER_NOT_READY, "The account of this number has no access token: connect it again.");
        }
        return token;
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) NumbersMoved event) {
        changed();
    }

    /** Forgets what is in memory, after a change has been committed on this node. */
    void changed() {
        changes.incrementAndGet();
        current = null;
        tokens.invalidateAll();
    }

    private Optional<NumberView> look(Function<Snapshot, Optional<NumberView>> question) {
        return question.apply(snapshot(FRESH)).or(() -> question.apply(snapshot(FRESH_ENOUGH_TO_MISS)));
    }

    private Snapshot snapshot(Duration freshness) {
        var known = current;
        var now = clock.instant();
        if (known != null && known.isYoungerThan(freshness, now)) {
            return known;
        }
        // One reader is enough: as long as there is an old picture, everybody else goes on with it.
        if (known != null && !reading.tryLock()) {
            return known;
        }
        if (known == null) {
            reading.lock();
        }
        try {
            var meanwhile = current;
            if (meanwhile != null && meanwhile.isYoungerThan(freshness, now)) {
                return meanwhile;
            }
            var before = changes.get();
            var read = new Snapshot(directory.all(), now);
            // A change that was committed while we read may be missing in what we read.
            current = changes.get() == before ? read : null;
            return read;
        } finally {
            reading.unlock();
        }
    }

    private static final class Snapshot {
        private final List<NumberView> numbers;
        private final Map<String, NumberView> byOurId;
        private final Map<String, NumberView> byMetaId;
        private final Map<UUID, UUID> bots;
        private final Instant readAt;

        Snapshot(List<NumberView> numbers, Instant readAt) {
            this.numbers = List.copyOf(numbers);
            this.byOurId = numbers.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            number -> number.sender().id().toString(), Function.identity()));
            this.byMetaId = numbers.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            number -> number.sender().phoneNumberId(), Function.identity()));
            this.bots = bots(numbers);
            this.readAt = readAt;
        }

        private static Map<UUID, UUID> bots(List<NumberView> numbers) {
            var bots = new HashMap<UUID, UUID>();
            for (var number : numbers) {
                if (number.botId() != null) {
                    bots.put(number.sender().id(), number.botId());
                }
            }
            return Map.copyOf(bots);
        }

        boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(readAt.plus(age));
        }

        Optional<NumberView> byEitherId(String id) {
            return Optional.ofNullable(byOurId.get(id.toLowerCase(Locale.ROOT)))
                    .or(() -> Optional.ofNullable(byMetaId.get(id)));
        }
    }
}
