package org.chasqui.messaging.webhooks;

import java.util.UUID;
import org.chasqui.messaging.events.EventView;

/**
 * A delivery that this node has taken; the claim is committed before the call begins.
 *
 * @param attempt 1 for the first call
 * @param claimedNanos when, on this node's own clock that nobody sets
 */
record Claim(UUID deliveryId, EventView event, int attempt, boolean isReplay, long claimedNanos) {}
