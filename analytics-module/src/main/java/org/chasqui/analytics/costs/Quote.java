package org.chasqui.analytics.costs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The list price of one message.
 *
 * @param amount of one message
 * @param currency ISO 4217
 * @param effectiveOn the day from which its rate card holds
 * @param card the name of the rate card
 * @param carried whether a newer card was in force and did not have this price
 */
public record Quote(BigDecimal amount, String currency, LocalDate effectiveOn, String card, boolean carried) {
    static Quote of(Price price) {
        return new Quote(price.amount(), price.currency(), price.effectiveOn(), price.card(), price.carried());
    }
}
