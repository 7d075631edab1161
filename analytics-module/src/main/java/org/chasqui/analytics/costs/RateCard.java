package org.chasqui.analytics.costs;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.analytics.markets.Markets;
import org.jspecify.annotations.Nullable;

/**
 * Prices in one currency that hold from one day on. A card need not be complete: what it leaves out goes on as before.
 *
 * @param id null for a card that is shipped
 * @param prices by market (Meta's name, or a country as ISO 3166) and category
 */
record RateCard(@Nullable UUID id, String name, String currency, LocalDate effectiveOn, Map<Slot, Tiers> prices) {
    /** Where a price stands in a card. */
    record Slot(String market, PriceCategory category) {}

    /** A price found, with the name under which the card has it. */
    record Found(String market, Tiers tiers) {}

    /** A country's own price first, then the one of the market that it belonged to when the card came into force. */
    Optional<Found> price(String country, PriceCategory category) {
        return at(country, category).or(() -> at(Markets.of(country, effectiveOn), category));
    }

    /** By the name of a market itself. */
    Optional<Found> at(String market, PriceCategory category) {
        return Optional.ofNullable(prices.get(new Slot(market, category))).map(tiers -> new Found(market, tiers));
    }

    boolean isOwn() {
        return id != null;
    }
}
