package org.chasqui.analytics.costs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.chasqui.analytics.markets.Markets;

/** Gathers charges by currency, category, market and day. */
final class CostSheet {
    private final ZoneId zone;
    private final Map<String, Currency> currencies = new TreeMap<>();

    CostSheet(ZoneId zone) {
        this.zone = zone;
    }

    private static final class Currency {
        private Pair sum = Pair.NOTHING;
        private final Set<UUID> numbers = new TreeSet<>();
        private final Map<LineKey, Pair> lines = new TreeMap<>();
        private final Map<DayKey, Pair> days = new TreeMap<>();
    }

    /** Estimate and actual, which are never added to each other. */
    private record Pair(Charge estimate, Charge actual) {
        private static final Pair NOTHING = new Pair(Charge.NOTHING, Charge.NOTHING);

        private Pair plus(Pair other) {
            return new Pair(estimate.plus(other.estimate), actual.plus(other.actual));
        }
    }

    private record LineKey(PriceCategory category, String market) implements Comparable<LineKey> {
        @Override
        public int compareTo(LineKey other) {
            int order = category.compareTo(other.category);
            return order != 0 ? order : market.compareTo(other.market);
        }
    }

    private record DayKey(LocalDate day, PriceCategory category) implements Comparable<DayKey> {
        @Override
        public int compareTo(DayKey other) {
            int order = day.compareTo(other.day);
            return order != 0 ? order : category.compareTo(other.category);
        }
    }

    void estimate(Usage usage, Charge charge) {
        add(usage, new Pair(charge, Charge.NOTHING));
    }

    void actual(Usage usage, Charge charge) {
        add(usage, new Pair(Charge.NOTHING, charge));
    }

    private void add(Usage usage, Pair pair) {
        var market = Markets.of(usage.country(), LocalDate.ofInstant(usage.hour(), ZoneOffset.UTC));
        var day = LocalDate.ofInstant(usage.hour(), zone);
        var currency = currencies.computeIfAbsent(usage.currency(), key -> new Currency());
        currency.sum = currency.sum.plus(pair);
        currency.numbers.add(usage.numberId());
        currency.lines.merge(new LineKey(usage.category(), market), pair, Pair::plus);
        currency.days.merge(new DayKey(day, usage.category()), pair, Pair::plus);
    }

    CostReport report(Instant since, Instant until, String model) {
        var reports = new ArrayList<CostReport.InCurrency>();
        currencies.forEach((code, currency) ->
                reports.add(report(code, currency, currencies.size() == 1 ? Set.of() : Set.copyOf(currency.numbers))));
        return new CostReport(since, until, model, List.copyOf(reports));
    }

    private static CostReport.InCurrency report(String code, Currency currency, Set<UUID> numbers) {
        var newest = currency.sum.estimate.plus(currency.sum.actual).effectiveOn();
        return new CostReport.InCurrency(
                code,
                numbers,
                newest.equals(LocalDate.EPOCH) ? null : newest,
                sum(currency.sum.estimate),
                sum(currency.sum.actual),
                list(
                        currency.lines,
                        line -> new CostReport.Line(
                                line.getKey().category(),
                                line.getKey().market(),
                                sum(line.getValue().estimate),
                                sum(line.getValue().actual))),
                list(
                        currency.days,
                        day -> new CostReport.Day(
                                day.getKey().day(),
                                day.getKey().category(),
                                sum(day.getValue().estimate),
                                sum(day.getValue().actual))));
    }

    private static <K, T> List<T> list(Map<K, Pair> pairs, Function<Map.Entry<K, Pair>, T> made) {
        return pairs.entrySet().stream().map(made).toList();
    }

    private static CostReport.Sum sum(Charge charge) {
        return new CostReport.Sum(
                charge.messages(), charge.charged(), charge.unpriced(), charge.carried(), charge.amount());
    }
}
