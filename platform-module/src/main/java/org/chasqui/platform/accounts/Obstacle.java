package org.chasqui.platform.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a number cannot send, as far as Meta has told: messages wait until it is gone.
 *
 * @param reason a sentence for people, with Meta's own word and what to do
 * @param until when Meta takes it away by itself; null when a person must act
 */
public record Obstacle(String reason, @Nullable Instant until) {
    /** Whether it still stands at a time. */
    boolean standsAt(Instant now) {
        return until == null || now.isBefore(until);
    }
}
