package org.chasqui.platform.accounts.health;

import java.time.Instant;
import java.util.Optional;
import org.chasqui.platform.accounts.SenderNumber;

/** Whether Meta's webhooks about a number arrive; answered by whoever keeps messages and webhooks. */
public interface Hearing {
    /** Since when a number has sent and heard nothing; empty when it hears, or has sent nothing to hear of. */
    Optional<Silence> silence(SenderNumber number);

    /**
     * Messages went out, and nothing has come back.
     *
     * @param since when the oldest of them was accepted by Meta
     * @param messages how many of them there are at least
     */
    record Silence(Instant since, long messages) {}
}
