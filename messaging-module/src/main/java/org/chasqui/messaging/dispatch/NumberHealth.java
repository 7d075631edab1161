package org.chasqui.messaging.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How sending goes for a number.
 *
 * @param hold why it rests; null when it does not
 * @param heldUntil when it tries again; null when it does not rest, or when a person must act first
 * @param waiting messages that wait or are on their way
 * @param uncertain messages whose outcome is unknown
 * @param sentPerSecond what this node sends, over the last seconds
 */
public record NumberHealth(
        UUID numberId,
        @Nullable String hold,
        @Nullable Instant heldUntil,
        long waiting,
        long uncertain,
        double sentPerSecond) {}
