package org.chasqui.analytics.costs;

import java.time.Instant;
import java.util.UUID;

/**
 * Messages of one hour that cost the same.
 *
 * @param country ISO 3166; empty when nobody knows
 * @param currency of the number's account
 */
record Usage(Instant hour, UUID numberId, String currency, String country, PriceCategory category, long messages) {}
