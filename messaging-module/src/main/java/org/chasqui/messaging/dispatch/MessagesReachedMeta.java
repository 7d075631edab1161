package org.chasqui.messaging.dispatch;

import java.util.List;

/** Fired inside the settling transaction: these wamids are known from now on, statuses that came early can be merged. */
public record MessagesReachedMeta(List<String> wamids) {}
