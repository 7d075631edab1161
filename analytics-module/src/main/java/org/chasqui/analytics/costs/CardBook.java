package org.chasqui.analytics.costs;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.analytics.markets.Markets;
import org.jspecify.annotations.Nullable;

/**
 * All rate cards that a workspace goes by. The newest card in force that knows a price decides; on the same day a card of
 * its own goes before Meta's.
 *
 * <p>For one report, and one thread. Prices change at midnight in the time zone of the business account (Meta, pricing); here at midnight UTC.
 */
final class CardBook {
    /** Meta, change of 2026-10-01: since then each message that is no template is charged, and utility within the window. */
    static final LocalDate SERVICE_CHARGED_SINCE = LocalDate.of(2026, 10, 1);

    private final List<RateCard> newestFirst;
    private final NavigableSet<LocalDate> changes;

    /** A report asks for the same prices again and again. */
    private final Map<Asked, Optional<Price>> known = new HashMap<>();

    CardBook(List<RateCard> cards) {
        var sorted = new ArrayList<>(cards);
        sorted.sort(Comparator.comparing(RateCard::effectiveOn)
                .thenComparing(RateCard::isOwn)
                .reversed());
        newestFirst = List.copyOf(sorted);
        changes = new TreeSet<>(Markets.changes());
        changes.add(SERVICE_CHARGED_SINCE);
        newestFirst.forEach(card -> changes.add(card.effectiveOn()));
    }

    List<RateCard> cards() {
        return newestFirst;
    }

    /** Days of UTC on which a price may change, or the market that a country belongs to. */
    Set<LocalDate> changes() {
        return Collections.unmodifiableSet(changes);
    }

    /** @param since the last change before; null before the first */
    private record Asked(
            String country,
            PriceCategory category,
            String currency,
            @Nullable LocalDate since) {}

    /**
     * The price of a message to a country.
     *
     * @param country ISO 3166
     * @return empty when no card knows one in this currency
     */
    Optional<Price> price(String country, PriceCategory category, String currency, Instant at) {
        var since = changes.floor(LocalDate.ofInstant(at, ZoneOffset.UTC));
        return known.computeIfAbsent(
                new Asked(country, category, currency, since),
                asked -> find(category, currency, at, card -> find(card, country, category)));
    }

    /**
     * The price of a message to a market by its name. A market that no card names yet has the price of the region that its
     * country belonged to.
     */
    Optional<Price> priceOfMarket(String market, PriceCategory category, String currency, Instant at) {
        return find(
                        category,
                        currency,
                        at,
                        card -> card.at(market, category)
                                .or(() -> withoutOwn(category).flatMap(other -> card.at(market, other))))
                .or(() -> Markets.countries(market, LocalDate.ofInstant(at, ZoneOffset.UTC)).stream()
                        .findFirst()
                        .flatMap(country -> price(country, category, currency, at)));
    }

    private interface Lookup {
        Optional<RateCard.Found> in(RateCard card);
    }

    private Optional<Price> find(PriceCategory category, String currency, Instant at, Lookup lookup) {
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        if (category == PriceCategory.SERVICE && day.isBefore(SERVICE_CHARGED_SINCE)) {
            return Optional.of(free(category, currency));
        }
        var inForce = newestFirst.stream()
                .filter(card ->
                        card.currency().equals(currency) && !card.effectiveOn().isAfter(day))
                .toList();
        for (var card : inForce) {
            var found = lookup.in(card);
            if (found.isPresent()) {
                boolean carried = !card.effectiveOn().equals(inForce.get(0).effectiveOn());
                return Optional.of(price(card, found.get(), category, carried));
            }
        }
        return Optional.empty();
    }

    private static Optional<RateCard.Found> find(RateCard card, String country, PriceCategory category) {
        return card.price(country, category)
                .or(() -> withoutOwn(category).flatMap(other -> card.price(country, other)));
    }

    /** Meta: the rate of service is the market's utility rate; and most markets have no international rate. */
    private static Optional<PriceCategory> withoutOwn(PriceCategory category) {
        return switch (category) {
            case SERVICE -> Optional.of(PriceCategory.UTILITY);
            case AUTHENTICATION_INTERNATIONAL -> Optional.of(PriceCategory.AUTHENTICATION);
            default -> Optional.empty();
        };
    }

    private static Price price(RateCard card, RateCard.Found found, PriceCategory category, boolean carried) {
        var list = found.tiers().list();
        // Service takes utility's rate without its rebates.
        var tiers = category.hasTiers() ? found.tiers() : new Tiers(Map.of(1L, list));
        return new Price(
                found.market(), category, card.currency(), list, tiers, card.name(), card.effectiveOn(), carried);
    }

    private static Price free(PriceCategory category, String currency) {
        var nothing = new Tiers(Map.of(1L, BigDecimal.ZERO));
        return new Price("", category, currency, BigDecimal.ZERO, nothing, "", LocalDate.EPOCH, false);
    }
}
