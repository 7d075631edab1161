package org.chasqui.analytics.costs;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who pays for messages, and in which currency. Where all numbers are billed in one, only the free service messages of each tell
 * them apart: then the rest is added up over all numbers, and an answer does not grow with them.
 */
final class Payers {
    /** Any number of a workspace that is billed in one currency. */
    static final UUID ANYBODY = new UUID(0, 0);

    private static final String NUMBER = "number_id";
    private static final String ANYBODY_SQL = "'" + ANYBODY + "'::uuid";

    private final Map<UUID, String> currencyOf;
    private final boolean isOneCurrency;
    private final String usual;

    /** @param currencyOf of each number by our id; those that are gone are missing */
    Payers(Map<UUID, String> currencyOf) {
        this.currencyOf = currencyOf;
        Set<String> currencies = new TreeSet<>(currencyOf.values());
        isOneCurrency = currencies.size() <= 1;
        usual = currencies.size() == 1 ? currencies.iterator().next() : AccountCurrencies.USUAL;
    }

    /** A number that is gone was billed in what the others are, if that is one currency. */
    String currencyOf(UUID payer) {
        return currencyOf.getOrDefault(payer, usual);
    }

    /** What tells payers apart of whose messages nobody knows yet what Meta will charge, as SQL. */
    String ofEstimates() {
        return isOneCurrency
                ? "case when category in ('marketing', 'utility', 'authentication') then " + ANYBODY_SQL + " else "
                        + NUMBER + " end"
                : NUMBER;
    }

    /** The same of messages of which Meta has said that they are charged: it has taken the free ones out. */
    String ofCharged() {
        return isOneCurrency ? ANYBODY_SQL : NUMBER;
    }
}
