package org.chasqui.analytics.rollups;

import java.time.LocalDate;

/** The counts of one day in the zone that was asked for. */
public record DayBucket(LocalDate day, Totals totals) {}
