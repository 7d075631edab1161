package org.chasqui.web.costs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.chasqui.web.messages.Figures;
import org.chasqui.web.messages.RowsQuery;
import org.jspecify.annotations.Nullable;

/**
 * The messages behind a cost, as queries of the Messages page.
 *
 * @param rows by time, number and market
 */
record CostLinks(RowsQuery rows) {
    /**
     * Those of a month.
     *
     * @param number Meta's id or ours, several with commas; null for all
     * @param market null for all
     */
    static CostLinks of(YearMonth month, @Nullable String number, @Nullable String market) {
        var rows = RowsQuery.outbound()
                .between(midnight(month.atDay(1)), midnight(month.plusMonths(1).atDay(1)))
                .with("number", number);
        var links = new CostLinks(rows);
        return market == null ? links : links.inMarket(market, month);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Markets change at the beginning of a month only. */
    CostLinks inMarket(String market, YearMonth month) {
        return new CostLinks(rows.with("market", Figures.market(market, month.atDay(1))));
    }

    CostLinks on(LocalDate day) {
        return new CostLinks(rows.between(midnight(day), midnight(day.plusDays(1))));
    }

    /** What Meta took, which is what the estimate is about; {@code category} is ours. */
    String accepted(@Nullable String category) {
        return rows.reached("accepted").with("category", category).toString();
    }

    /** Those of whose price Meta has spoken; {@code category} is its word. */
    String told(@Nullable String category) {
        return priced("told", category);
    }

    /** Those that cost something by its word. */
    String charged(@Nullable String category) {
        return priced("charged", category);
    }

    private String priced(String said, @Nullable String category) {
        return rows.with("price", category == null ? said : said + ":" + category)
                .toString();
    }
}
