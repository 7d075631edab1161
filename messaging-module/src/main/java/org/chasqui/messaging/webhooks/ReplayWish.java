package org.chasqui.messaging.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is posted again: one delivery; or what has the status; or, without a status, every event of the time that the
 * endpoint wants, whether it was ever posted or not.
 *
 * @param status pending, delivered or dead: that of the last delivery of the event
 * @param types checked patterns of events; empty for all
 * @param since when we learnt of an event, at the earliest
 * @param until when we learnt of it, this moment not included; null for now
 */
public record ReplayWish(
        @Nullable UUID deliveryId,
        @Nullable String status,
        List<String> types,
        @Nullable Instant since,
        @Nullable Instant until) {}
