package org.chasqui.analytics.costs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rate card to look at.
 *
 * @param id null for one that is shipped
 * @param name who it is from
 * @param currency ISO 4217
 * @param effectiveOn the day from which it holds
 * @param prices by market, category and tier
 */
public record RateCardView(@Nullable UUID id, String name, String currency, LocalDate effectiveOn, List<Line> prices) {
    /**
     * One price.
     *
     * @param market Meta's name, or a country as ISO 3166
     * @param category see {@link PriceCategory}
     * @param fromMessage the first charged message of the month that it holds for
     * @param amount of one message
     */
    public record Line(String market, PriceCategory category, long fromMessage, BigDecimal amount) {}

    static RateCardView of(RateCard card) {
        var lines = card.prices().entrySet().stream()
                .flatMap(entry -> entry.getValue().prices().entrySet().stream()
                        .map(tier -> new Line(
                                entry.getKey().market(), entry.getKey().category(), tier.getKey(), tier.getValue())))
                .sorted(Comparator.comparing(Line::market)
                        .thenComparing(Line::category)
                        .thenComparing(Line::fromMessage))
                .toList();
        return new RateCardView(card.id(), card.name(), card.currency(), card.effectiveOn(), lines);
    }
}
