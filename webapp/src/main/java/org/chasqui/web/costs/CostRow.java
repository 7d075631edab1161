package org.chasqui.web.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.chasqui.analytics.costs.CostReport;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Money;
import org.jspecify.annotations.Nullable;

/** Costs of a category or of a market: estimate beside actual. */
public final class CostRow {
    private final String key;
    private final String title;
    private final Sums sums;
    private final BigDecimal all;
    private final Money money;
    private final Queries queries;

    /**
     * A row.
     *
     * @param key names its colour
     * @param all the estimate of all rows together
     * @param money writes the amounts of all rows
     */
    CostRow(String key, String title, Sums sums, BigDecimal all, Money money, Queries queries) {
        this.key = key;
        this.title = title;
        this.sums = sums;
        this.all = all;
        this.money = money;
        this.queries = queries;
    }

    /** The rows behind a row: what Meta took, what it has spoken of, what it charges. */
    record Queries(String accepted, String told, String charged) {
        static Queries of(CostLinks links, @Nullable String category) {
            return new Queries(links.accepted(category), links.told(category), links.charged(category));
        }
    }

    /** Estimate and actual of the same messages; they are compared and never added. */
    record Sums(
            BigDecimal estimate,
            BigDecimal actual,
            long accepted,
            long told,
            long charged,
            long unpriced,
            long carried) {
        static final Sums NOTHING = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0, 0, 0);

        static Sums of(CostReport.Sum estimate, CostReport.Sum actual) {
            return new Sums(
                    estimate.amount(),
                    actual.amount(),
                    estimate.messages(),
                    actual.messages(),
                    actual.charged() + actual.unpriced(),
                    estimate.unpriced() + actual.unpriced(),
                    estimate.carried() + actual.carried());
        }

        Sums plus(Sums other) {
            return new Sums(
                    estimate.add(other.estimate),
                    actual.add(other.actual),
                    accepted + other.accepted,
                    told + other.told,
                    charged + other.charged,
                    unpriced + other.unpriced,
                    carried + other.carried);
        }
    }

    public String getKey() {
        return key;
    }

    public String getTitle() {
        return title;
    }

    public String getMessages() {
        return Formats.count(sums.accepted());
    }

    public String getTold() {
        return Formats.count(sums.told());
    }

    public String getCharged() {
        return Formats.count(sums.charged());
    }

    public String getEstimate() {
        return money.text(sums.estimate());
    }

    public String getActual() {
        return sums.told() == 0 ? "–" : money.text(sums.actual());
    }

    /** Messages that cost something and have no price in any card; empty when there are none. */
    public String getUnpriced() {
        return sums.unpriced() == 0 ? "" : Formats.count(sums.unpriced());
    }

    /** Of the estimate of all, from 0 to 100. */
    public double getWidth() {
        return all.signum() == 0
                ? 0
                : sums.estimate()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(all, 2, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    public String getAcceptedQuery() {
        return queries.accepted();
    }

    public String getToldQuery() {
        return queries.told();
    }

    public String getChargedQuery() {
        return queries.charged();
    }

    /** The same page with this market only; for rows of markets. */
    public String getMarketQuery() {
        return "&market=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
