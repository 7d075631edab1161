package org.chasqui.messaging.messages;

import java.util.Set;
import org.chasqui.messaging.messages.ledger.Queue;

/** Fired after the commit of accepted messages: these lanes have something to send. Losing it costs a second. */
public record MessagesQueued(Set<Queue.Due> lanes) {}
