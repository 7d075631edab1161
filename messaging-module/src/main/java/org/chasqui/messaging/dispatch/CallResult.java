package org.chasqui.messaging.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened on the wire.
 *
 * @param at when the call began
 * @param durationMillis how long it took
 * @param status HTTP status; 0 when no answer came
 * @param body the answer; null when none came or it broke off
 * @param failure what went wrong on the wire; null when an answer was read to its end
 * @param begun whether any byte of the body may have left us
 */
record CallResult(
        Instant at,
        long durationMillis,
        int status,
        byte @Nullable [] body,
        @Nullable Exception failure,
        boolean begun) {}
