package org.chasqui.analytics.rollups;

import java.time.Instant;

/** The counts of one hour; {@code hour} is its beginning. */
public record HourBucket(Instant hour, Totals totals) {}
