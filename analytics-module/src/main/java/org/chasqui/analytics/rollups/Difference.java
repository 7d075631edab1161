package org.chasqui.analytics.rollups;

import java.time.Instant;
import java.util.UUID;

/**
 * A place where the counts and the messages do not agree.
 *
 * @param workspaceId whose messages they are
 * @param table the table of the counts
 * @param hour the hour in which the messages were accepted or written
 * @param counter which of the counts
 * @param counted what the counts say
 * @param found what the messages say
 */
public record Difference(UUID workspaceId, String table, Instant hour, String counter, long counted, long found) {}
