package org.chasqui.platform.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.chasqui.platform.config.Settings;

/**
 * Limits the calls of each key: a bucket that holds a minute's worth and fills up steadily. Each node counts for itself,
 * so that n nodes grant n times the limit: the limit protects the node, it is not for sale.
 */
@ApplicationScoped
public class RateLimit {
    private static final int DEFAULT_PER_MINUTE = 6_000;
    private static final int MAX_PER_MINUTE = 10_000_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final int perMinute;
    private final long interval;

    // Generic cell rate: for each key the time at which its bucket will be full again. One number and one
    // compare-and-set for each call, no lock and no timer.
    private final Cache<UUID, AtomicLong> fullAgainAt =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(2)).build();

    /** For the container's proxy. */
    protected RateLimit() {
        this(DEFAULT_PER_MINUTE, System::nanoTime);
    }

    @Inject
    RateLimit(Settings settings) {
        this(
                settings.number("chasqui.api.rate-limit-per-minute", DEFAULT_PER_MINUTE, 1, MAX_PER_MINUTE),
                System::nanoTime);
    }

    RateLimit(int perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
        this.interval = Math.max(1, MINUTE / perMinute);
    }

    /** Takes one call out of the bucket of a key, when there is one. */
    public Allowance take(UUID keyId) {
        var bucket = fullAgainAt.get(keyId, id -> new AtomicLong(nanos.getAsLong()));
        while (true) {
            long now = nanos.getAsLong();
            long before = bucket.get();
            long start = before - now > 0 ? before : now;
            long used = start + interval - now;
            if (used > MINUTE) {
                return new Allowance(false, perMinute, 0, Duration.ofNanos(used - MINUTE));
            }
            if (bucket.compareAndSet(before, start + interval)) {
                return new Allowance(true, perMinute, (MINUTE - used) / interval, Duration.ZERO);
            }
        }
    }

    /**
     * What a key may do now.
     *
     * @param limit calls a minute
     * @param remaining calls that are left at this moment
     * @param retryAfter when the next call is granted; zero when this one was
     */
    public record Allowance(boolean isGranted, int limit, long remaining, Duration retryAfter) {}
}
