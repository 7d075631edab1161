package org.chasqui.campaigns.campaigns;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a campaign if it were launched now.
 *
 * @param total everybody on the list
 * @param reach who would be written to
 * @param skipped who would not, by reason
 * @param samples the first messages as they would be read
 * @param costs what it costs at most, by market; empty when nobody knows prices
 * @param rate messages in a second
 * @param duration how long handing over takes at that rate, without waiting for the limit
 * @param peopleLimit how many people Meta lets the portfolio write to in 24 hours; null without a limit
 * @param peopleLeft how many of them are left now; null without a limit
 * @param obstacles what keeps it from being launched now; empty when nothing does
 */
public record Plan(
        long total,
        long reach,
        Map<String, Long> skipped,
        List<Sample> samples,
        List<Cost> costs,
        int rate,
        Duration duration,
        @Nullable Long peopleLimit,
        @Nullable Long peopleLeft,
        List<String> obstacles) {
    /** One recipient's message. */
    public record Sample(String to, @Nullable String name, String text) {}

    /**
     * What the messages to one market cost at most: those that are not delivered cost nothing.
     *
     * @param amount of all of them; null when the card has no price
     * @param since from when the card holds; null without a price
     */
    public record Cost(
            String market,
            String category,
            long messages,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable LocalDate since) {}
}
