package org.chasqui.platform.ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of Unix milliseconds, a counter, then random bits. Ids made by one
 * instance rise strictly, even within one millisecond and when the clock steps back.
 */
@ApplicationScoped
public class Ids {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MAX = (1L << COUNTER_BITS) - 1;

    private final SecureRandom random = new SecureRandom();

    @Inject
    Clock clock;

    private long lastMillis;
    private long counter;

    /** For the container. */
    public Ids() {}

    /** Ids on the given clock. */
    public Ids(Clock clock) {
        this.clock = clock;
    }

    /** No id that was made at this time or later is lower than this. */
    public static UUID lowestAt(Instant time) {
        return new UUID(Math.max(0, time.toEpochMilli()) << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }

    /** The next id; greater than every id that this instance gave before. */
    public UUID next() {
        long millis;
        long sequence;
        synchronized (this) {
            millis = Math.max(clock.millis(), lastMillis);
            if (millis == lastMillis) {
                counter++;
                if (counter > COUNTER_MAX) {
                    millis++;
                    counter = 0;
                }
            } else {
                // Half of the space is left for counting up within the millisecond.
                counter = random.nextInt((int) (COUNTER_MAX / 2));
            }
            lastMillis = millis;
            sequence = counter;
        }
        long high = millis << 16 | 0x7000 | sequence;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
