package org.chasqui.messaging.webhooks;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call.
 *
 * @param at when it began
 * @param httpStatus null when there was no answer
 * @param error why there was no answer; null when there was one
 * @param headers what was sent, with the customer's own values masked
 * @param answer the first characters of the answer; null when there was none
 */
record Settlement(
        Claim claim,
        Outcome outcome,
        Instant at,
        long durationMillis,
        @Nullable Integer httpStatus,
        @Nullable String error,
        Map<String, String> headers,
        @Nullable String answer) {}
