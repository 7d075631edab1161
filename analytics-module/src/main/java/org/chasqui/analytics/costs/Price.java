package org.chasqui.analytics.costs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The price of a message.
 *
 * @param market as the rate card calls it
 * @param category what it is a price of
 * @param currency ISO 4217
 * @param amount list price of one message, before rebates by volume
 * @param tiers the same with rebates
 * @param card the rate card's name
 * @param effectiveOn the day from which that card holds
 * @param carried whether a newer card was in force and did not have this price: then it is the last that was published
 */
record Price(
        String market,
        PriceCategory category,
        String currency,
        BigDecimal amount,
        Tiers tiers,
        String card,
        LocalDate effectiveOn,
        boolean carried) {}
