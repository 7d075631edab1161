package org.chasqui.analytics.rollups;

import java.time.Instant;

/**
 * An hour whose counts do not equal its messages.
 *
 * @param hour its beginning
 * @param foundAt when they were compared last
 * @param places how many counts differ
 */
public record CountAlarm(Instant hour, Instant foundAt, int places) {}
