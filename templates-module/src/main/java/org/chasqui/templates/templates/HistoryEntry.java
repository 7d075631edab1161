package org.chasqui.templates.templates;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of a template's story.
 *
 * @param at when we learnt of it
 */
public record HistoryEntry(UUID id, Instant at, Change change, Source source) {}
