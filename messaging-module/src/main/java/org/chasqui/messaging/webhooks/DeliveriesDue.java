package org.chasqui.messaging.webhooks;

import java.util.Set;
import java.util.UUID;

/** Fired inside the transaction that gives endpoints something to deliver; rings follow its commit. */
record DeliveriesDue(Set<UUID> webhookIds) {}
