package org.chasqui.api.botmaker.subscriptions;

import java.util.UUID;

/** Fired inside the transaction in which subscriptions of a workspace change: caches look again after it. */
record SubscriptionsChanged(UUID workspaceId) {}
