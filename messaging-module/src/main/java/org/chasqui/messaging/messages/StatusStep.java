package org.chasqui.messaging.messages;

import java.time.Instant;

/** One step in the life of a message. */
public record StatusStep(MessageStatus status, Instant at) {}
