package org.chasqui.web.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.analytics.costs.CostReport;
import org.chasqui.analytics.costs.PriceCategory;
import org.junit.jupiter.api.Test;

class CurrencyCostsTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final CurrencyCosts costs = new CurrencyCosts(
            new CostReport.InCurrency(
                    "USD",
                    Set.of(new UUID(2, 1)),
                    LocalDate.of(2026, 10, 1),
                    sum(12, "7.25"),
                    sum(10, "7.00"),
                    List.of(
                            new CostReport.Line(PriceCategory.MARKETING, "Brazil", sum(6, "6"), sum(5, "6.00")),
                            new CostReport.Line(PriceCategory.UTILITY, "Brazil", sum(1, "0.25"), sum(1, "0")),
                            new CostReport.Line(PriceCategory.MARKETING, "Rest of Africa", sum(5, "1"), sum(4, "1"))),
                    List.of(
                            new CostReport.Day(
                                    LocalDate.of(2026, 11, 3), PriceCategory.MARKETING, sum(11, "7"), sum(9, "7")),
                            new CostReport.Day(
                                    LocalDate.of(2026, 11, 3), PriceCategory.UTILITY, sum(1, "0.25"), sum(1, "0")))),
            NOVEMBER,
            CostLinks.of(NOVEMBER, "100", null));

    private static CostReport.Sum sum(long messages, String amount) {
        return new CostReport.Sum(messages, messages, 0, 0, new BigDecimal(amount));
    }

    @Test
    void aMarketAddsUpItsCategoriesAndTheDearestIsFirst() {
        assertThat(costs.getMarkets()).extracting(CostRow::getTitle).containsExactly("Brazil", "Rest of Africa");
        assertThat(costs.getMarkets()).extracting(CostRow::getEstimate).containsExactly("6.25", "1.00");
        assertThat(costs.getCategories()).extracting(CostRow::getEstimate).containsExactly("7.00", "0.25");
        assertThat(costs.getMarkets().get(1).getMarketQuery()).isEqualTo("&market=Rest+of+Africa");
    }

    @Test
    void eachFigureLeadsToTheMessagesThatItIsAbout() {
        var november = "direction=outbound&since=2026-11-01T00%3A00%3A00Z&until=2026-12-01T00%3A00%3A00Z&number=100";
        var africa = costs.getMarkets().get(1);
        var marketing = costs.getCategories().get(0);

        assertThat(africa.getAcceptedQuery())
                .isEqualTo(november + "&market=Rest+of+Africa%402026-11-01&reached=accepted");
        assertThat(africa.getToldQuery()).isEqualTo(november + "&market=Rest+of+Africa%402026-11-01&price=told");
        assertThat(marketing.getAcceptedQuery()).isEqualTo(november + "&reached=accepted&category=marketing");
        assertThat(marketing.getChargedQuery()).isEqualTo(november + "&price=charged%3Amarketing");
        assertThat(costs.getAll().getChargedQuery()).isEqualTo(november + "&price=charged");
    }

    @Test
    void theEstimateIsComparedWithWhatMetaTold() {
        assertThat(costs.getDifference()).isEqualTo("+0.25");
        assertThat(costs.getEstimate()).isEqualTo("USD 7.25");
        assertThat(costs.getPerMessage()).isEqualTo("USD 0.7000");
    }

    @Test
    void eachDayOfTheMonthIsAColumnThatLeadsToItsRows() {
        var columns = costs.getColumns();

        assertThat(columns).hasSize(30);
        assertThat(columns.get(2).getEstimate()).isEqualTo("7.25");
        assertThat(columns.get(2).getQuery())
                .isEqualTo("direction=outbound&since=2026-11-03T00%3A00%3A00Z&until=2026-11-04T00%3A00%3A00Z&number=100"
                        + "&reached=accepted");
        assertThat(columns.get(2).getParts()).hasSize(2);
        assertThat(columns.get(3).getParts()).isEmpty();
        assertThat(costs.getAxis()).containsExactly("8", "6", "4", "2", "0");
    }

    @Test
    void whatIsShownAddsUpByMarketAndByCategoryAndByDay() {
        var fine = new CurrencyCosts(
                new CostReport.InCurrency(
                        "USD",
                        Set.of(new UUID(2, 1)),
                        LocalDate.of(2026, 10, 1),
                        sum(20, "0.8854"),
                        sum(0, "0"),
                        List.of(
                                new CostReport.Line(PriceCategory.MARKETING, "India", sum(10, "0.78"), sum(0, "0")),
                                new CostReport.Line(PriceCategory.MARKETING, "Brazil", sum(10, "0.1054"), sum(0, "0"))),
                        List.of(new CostReport.Day(
                                LocalDate.of(2026, 11, 3), PriceCategory.MARKETING, sum(20, "0.8854"), sum(0, "0")))),
                NOVEMBER,
                CostLinks.of(NOVEMBER, null, null));

        assertThat(fine.getMarkets()).extracting(CostRow::getEstimate).containsExactly("0.7800", "0.1054");
        assertThat(fine.getAll().getEstimate()).isEqualTo("0.8854");
        assertThat(fine.getEstimate()).isEqualTo("USD 0.8854");
        assertThat(fine.getCategories()).extracting(CostRow::getEstimate).containsExactly("0.8854");
        assertThat(fine.getColumns().get(2).getEstimate()).isEqualTo("0.8854");
    }

    @Test
    void theAxisEndsAtARoundAmount() {
        assertThat(CurrencyCosts.roundedUp(BigDecimal.ZERO)).isEqualByComparingTo("0.04");
        assertThat(CurrencyCosts.roundedUp(new BigDecimal("0.041"))).isEqualByComparingTo("0.08");
        assertThat(CurrencyCosts.roundedUp(new BigDecimal("3.99"))).isEqualByComparingTo("4");
        assertThat(CurrencyCosts.roundedUp(new BigDecimal("1600"))).isEqualByComparingTo("2000");
    }
}
