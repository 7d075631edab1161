package org.chasqui.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/**
 * Produces the only system clock of the product. It ticks in microseconds, which is what the database keeps: what has been
 * written is equal to what is read.
 */
@ApplicationScoped
class ClockProducer {
    @Produces
    Clock clock() {
        return new MicrosecondClock(Clock.systemUTC());
    }
}
