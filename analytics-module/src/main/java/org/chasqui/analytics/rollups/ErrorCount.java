package org.chasqui.analytics.rollups;

/**
 * How many messages stand as failed with a code.
 *
 * @param code Meta's; 0 is ours
 */
public record ErrorCount(int code, long messages) {}
