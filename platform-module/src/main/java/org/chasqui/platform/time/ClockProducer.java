package org.chasqui.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Produces the only system clock of the product. */
@ApplicationScoped
class ClockProducer {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
