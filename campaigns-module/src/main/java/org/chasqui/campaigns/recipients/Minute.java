package org.chasqui.campaigns.recipients;

import java.time.Instant;

/**
 * What became of a campaign's messages in one minute.
 *
 * @param at its beginning
 * @param taken how many Meta took
 * @param delivered how many arrived
 * @param failed how many failed, at once or after Meta took them
 */
public record Minute(Instant at, long taken, long delivered, long failed) {}
