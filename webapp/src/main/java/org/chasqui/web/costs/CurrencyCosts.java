package org.chasqui.web.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chasqui.analytics.costs.CostReport;
import org.chasqui.analytics.costs.PriceCategory;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Money;
import org.chasqui.web.text.Texts;

/** The costs of a month in one currency. */
public final class CurrencyCosts {
    private static final Texts TEXTS = Texts.of("costs");
    private static final int GRID_LINES = 4;
    private static final List<PriceCategory> TOP_TO_BOTTOM = Arrays.asList(PriceCategory.values());

    private final CostReport.InCurrency costs;
    private final YearMonth month;
    private final CostLinks links;
    private final CostRow.Sums sums;
    private final Money money;

    /**
     * Costs to show.
     *
     * @param links the rows of the month in this currency
     */
    CurrencyCosts(CostReport.InCurrency costs, YearMonth month, CostLinks links) {
        this.costs = costs;
        this.month = month;
        this.links = links;
        this.sums = CostRow.Sums.of(costs.estimate(), costs.actual());
        // Days, categories and markets are told beside each other, and all of them add up to the same.
        this.money = Money.of(Stream.concat(
                        costs.lines().stream().flatMap(line -> Stream.of(line.estimate(), line.actual())),
                        costs.days().stream().flatMap(day -> Stream.of(day.estimate(), day.actual())))
                .map(CostReport.Sum::amount));
    }

    public String getCurrency() {
        return costs.currency();
    }

    public String getEstimate() {
        return money.text(sums.estimate(), costs.currency());
    }

    public String getActual() {
        return money.text(sums.actual(), costs.currency());
    }

    /** How many of the accepted messages Meta has spoken of. */
    public String getToldShare() {
        return Formats.percent(sums.told(), sums.accepted());
    }

    public String getTold() {
        return Formats.count(sums.told());
    }

    public String getMessages() {
        return Formats.count(sums.accepted());
    }

    /** Of a charged message, by what Meta told. */
    public String getPerMessage() {
        long priced = costs.actual().charged();
        return priced == 0
                ? "–"
                : Money.average(
                        sums.actual().divide(BigDecimal.valueOf(priced), 6, RoundingMode.HALF_UP), costs.currency());
    }

    public String getCharged() {
        return Formats.count(sums.charged());
    }

    /** By how much the estimate is above what Meta told, with its sign. */
    public String getDifference() {
        var difference = sums.estimate().subtract(sums.actual());
        return (difference.signum() > 0 ? "+" : difference.signum() < 0 ? "−" : "") + money.text(difference.abs());
    }

    /** The day of the newest card that was used; empty when none was. */
    public String getRateCard() {
        var day = costs.rateCard();
        return day == null ? "" : RateCardRow.day(day);
    }

    public String getUnpriced() {
        return sums.unpriced() == 0 ? "" : Formats.count(sums.unpriced());
    }

    public String getCarried() {
        return sums.carried() == 0 ? "" : Formats.count(sums.carried());
    }

    /** By category, the dearest first. */
    public List<CostRow> getCategories() {
        return rows(line -> line.category().wireName(), key -> CostRow.Queries.of(links, key));
    }

    /** By market, the dearest first. */
    public List<CostRow> getMarkets() {
        return rows(CostReport.Line::market, key -> CostRow.Queries.of(links.inMarket(key, month), null));
    }

    private List<CostRow> rows(Function<CostReport.Line, String> by, Function<String, CostRow.Queries> queries) {
        Map<String, CostRow.Sums> grouped = new TreeMap<>();
        for (var line : costs.lines()) {
            grouped.merge(by.apply(line), CostRow.Sums.of(line.estimate(), line.actual()), CostRow.Sums::plus);
        }
        return grouped.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, CostRow.Sums> entry) ->
                                entry.getValue().estimate())
                        .reversed())
                .map(entry -> new CostRow(
                        entry.getKey(),
                        TEXTS.getOr("category." + entry.getKey(), entry.getKey()),
                        entry.getValue(),
                        sums.estimate(),
                        money,
                        queries.apply(entry.getKey())))
                .toList();
    }

    /** All of the month, as the last row of both tables. */
    public CostRow getAll() {
        return new CostRow("", TEXTS.get("all"), sums, sums.estimate(), money, CostRow.Queries.of(links, null));
    }

    /** A column for each day of the month. */
    public List<CostColumn> getColumns() {
        var columns = new ArrayList<CostColumn>();
        var top = top();
        for (int i = 1; i <= month.lengthOfMonth(); i++) {
            var day = month.atDay(i);
            var ofDay =
                    costs.days().stream().filter(cost -> cost.day().equals(day)).toList();
            var rows = links.on(day);
            var parts = TOP_TO_BOTTOM.stream()
                    .map(category -> new CostColumn.Part(
                            category, estimate(ofDay, category), money, rows.accepted(category.wireName())))
                    .toList();
            var actual = ofDay.stream().map(cost -> cost.actual().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            columns.add(new CostColumn(day, parts, actual, top, money, rows));
        }
        return columns;
    }

    private static BigDecimal estimate(List<CostReport.Day> days, PriceCategory category) {
        return days.stream()
                .filter(cost -> cost.category() == category)
                .map(cost -> cost.estimate().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal top() {
        var byDay = new TreeMap<LocalDate, BigDecimal>();
        var actualByDay = new TreeMap<LocalDate, BigDecimal>();
        costs.days().forEach(day -> {
            byDay.merge(day.day(), day.estimate().amount(), BigDecimal::add);
            actualByDay.merge(day.day(), day.actual().amount(), BigDecimal::add);
        });
        return roundedUp(Stream.concat(byDay.values().stream(), actualByDay.values().stream())
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO));
    }

    /** The next amount that divides into four round steps: 0.04, 0.08, 0.2, 0.4 … 4, 8, 20 … */
    static BigDecimal roundedUp(BigDecimal highest) {
        for (int exponent = -2; ; exponent++) {
            for (int step : new int[] {1, 2, 5}) {
                var top = BigDecimal.valueOf((long) GRID_LINES * step).scaleByPowerOfTen(exponent);
                if (top.compareTo(highest) >= 0) {
                    return top;
                }
            }
        }
    }

    /** Amounts of the axis from top to bottom. */
    public List<String> getAxis() {
        var top = top();
        var axis = new ArrayList<String>();
        for (int i = GRID_LINES; i >= 0; i--) {
            axis.add(top.multiply(BigDecimal.valueOf(i))
                    .divide(BigDecimal.valueOf(GRID_LINES))
                    .stripTrailingZeros()
                    .toPlainString());
        }
        return axis;
    }
}
