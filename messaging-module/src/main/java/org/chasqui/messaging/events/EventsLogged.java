package org.chasqui.messaging.events;

import java.time.Instant;
import java.util.List;

/**
 * Fired inside the transaction that writes events, so that what is delivered commits or fails together with them.
 *
 * @param events at least one, in their order; only those of workspaces that have an endpoint
 * @param at when they were written
 */
public record EventsLogged(List<LoggedEvent> events, Instant at) {}
