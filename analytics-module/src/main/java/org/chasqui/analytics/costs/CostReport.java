package org.chasqui.analytics.costs;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What messages of some time cost, in each currency apart: an account has one, and nothing is converted.
 *
 * @param since inclusive
 * @param until exclusive
 * @param model {@code per_message}; {@code per_conversation} when Meta speaks of conversations only, which have no price of a
 *     message
 * @param currencies those of the numbers that have sent something
 */
public record CostReport(Instant since, Instant until, String model, List<InCurrency> currencies) {
    /** Meta's model since 2025-07-01. */
    public static final String PER_MESSAGE = "per_message";

    /** Meta's model before. */
    public static final String PER_CONVERSATION = "per_conversation";

    /**
     * Costs in one currency.
     *
     * @param numbers our ids of the numbers that are billed in it and have sent something; none where it is the only currency, and
     *     nothing has to be told apart
     * @param rateCard the day from which the newest price holds that was used; null when none was
     * @param estimate of all messages that Meta took, by our category and the rate card
     * @param actual of those of which Meta has said the price, by its word and the rate card
     * @param lines by category and market
     * @param days by day and category, in the zone that was asked for
     */
    public record InCurrency(
            String currency,
            Set<UUID> numbers,
            @Nullable LocalDate rateCard,
            Sum estimate,
            Sum actual,
            List<Line> lines,
            List<Day> days) {}

    /**
     * A sum of costs.
     *
     * @param messages how many messages it is about
     * @param charged how many of them cost something
     * @param unpriced how many of them would, but no rate card in this currency tells how much
     * @param carried how many of the charged have a price from an older card, because the newest one is not complete
     * @param amount the money, exact
     */
    public record Sum(long messages, long charged, long unpriced, long carried, BigDecimal amount) {}

    /**
     * Costs of a category in a market.
     *
     * @param market Meta's name
     */
    public record Line(PriceCategory category, String market, Sum estimate, Sum actual) {}

    /** Costs of a category on a day. */
    public record Day(LocalDate day, PriceCategory category, Sum estimate, Sum actual) {}
}
