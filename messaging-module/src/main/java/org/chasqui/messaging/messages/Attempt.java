package org.chasqui.messaging.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call to Meta for a message.
 *
 * @param number 1 for the first
 * @param at when the call began
 * @param node which node made it
 * @param outcome accepted, refused, throttled, not_sent or ambiguous
 * @param httpStatus status of the answer; null when there was none
 * @param code Meta's error code; null when there was none
 * @param detail a sentence on what happened; null when it went well
 * @param answer Meta's answer with phone numbers masked; null when there was none
 * @param durationMillis how long the call took
 * @param resend whether it repeated an earlier call whose outcome was unknown
 */
public record Attempt(
        int number,
        Instant at,
        String node,
        String outcome,
        @Nullable Integer httpStatus,
        @Nullable Integer code,
        @Nullable String detail,
        @Nullable String answer,
        long durationMillis,
        boolean resend) {}
