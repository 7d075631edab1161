package org.chasqui.analytics.costs;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The prices of one category in one market by the number of charged messages in the month: each message costs what the tier
 * says that it falls in. Most have a single tier.
 */
final class Tiers {
    private static final long FIRST = 1;

    private final NavigableMap<Long, BigDecimal> prices;

    /** @param prices by the first message of each tier; the first tier begins with message 1 */
    Tiers(Map<Long, BigDecimal> prices) {
        this.prices = Collections.unmodifiableNavigableMap(new TreeMap<>(prices));
        if (this.prices.isEmpty() || this.prices.firstKey() != FIRST) {
            throw new IllegalArgumentException("the first tier begins with message 1");
        }
    }

    /** What the first message of a month costs. */
    BigDecimal list() {
        return prices.firstEntry().getValue();
    }

    /** What some messages cost when others have been charged before them in the month. */
    BigDecimal cost(long before, long messages) {
        var sum = BigDecimal.ZERO;
        long next = before + 1;
        long last = before + messages;
        while (next <= last) {
            var tier = prices.floorEntry(next);
            var following = prices.higherKey(next);
            long end = following == null ? last : Math.min(last, following - 1);
            sum = sum.add(tier.getValue().multiply(BigDecimal.valueOf(end - next + 1)));
            next = end + 1;
        }
        return sum;
    }

    NavigableMap<Long, BigDecimal> prices() {
        return prices;
    }
}
