package org.chasqui.analytics.costs;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Prices messages in the order of time, because what one costs depends on how many there were before it in the month: the
 * free service messages of a number, and the rebates by volume of a market.
 */
final class Meter {
    /** Meta: delivered service messages of a number that are free in each calendar month, since they are charged. */
    static final long FREE_SERVICE_MESSAGES = 1_000;

    private final CardBook cards;
    private final boolean givesFreeService;
    private final Map<Allowance, Long> service = new HashMap<>();
    private final Map<Volume, Long> volumes = new HashMap<>();

    private Meter(CardBook cards, boolean givesFreeService) {
        this.cards = cards;
        this.givesFreeService = givesFreeService;
    }

    /** For messages of which nobody knows yet what Meta will charge. */
    static Meter ofEstimates(CardBook cards) {
        return new Meter(cards, true);
    }

    /** For messages that Meta has said to be charged: it has taken the free ones out. */
    static Meter ofCharged(CardBook cards) {
        return new Meter(cards, false);
    }

    private record Allowance(UUID numberId, YearMonth month) {}

    private record Volume(String currency, String market, PriceCategory category, YearMonth month) {}

    /** Prices the next messages; those of earlier hours must have gone before. */
    Charge price(Usage usage) {
        var found = cards.price(usage.country(), usage.category(), usage.currency(), usage.hour());
        if (found.isPresent() && found.get().amount().signum() == 0) {
            return Charge.free(usage.messages());
        }
        var month = month(usage.hour());
        long charged = usage.messages() - freeOf(usage, month);
        if (charged == 0) {
            return Charge.free(usage.messages());
        }
        return found.map(price -> charge(price, usage, charged, month))
                .orElseGet(() -> Charge.unpriced(usage.messages(), charged));
    }

    private Charge charge(Price price, Usage usage, long charged, YearMonth month) {
        var volume = new Volume(price.currency(), price.market(), price.category(), month);
        long before = volumes.getOrDefault(volume, 0L);
        volumes.put(volume, before + charged);
        return new Charge(
                usage.messages(),
                charged,
                0,
                price.carried() ? charged : 0,
                price.tiers().cost(before, charged),
                price.effectiveOn());
    }

    private long freeOf(Usage usage, YearMonth month) {
        if (!givesFreeService || usage.category() != PriceCategory.SERVICE) {
            return 0;
        }
        var allowance = new Allowance(usage.numberId(), month);
        long before = service.getOrDefault(allowance, 0L);
        service.put(allowance, before + usage.messages());
        return Math.min(usage.messages(), Math.max(0, FREE_SERVICE_MESSAGES - before));
    }

    private static YearMonth month(Instant hour) {
        return YearMonth.from(hour.atZone(ZoneOffset.UTC));
    }
}
