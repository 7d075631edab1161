package org.chasqui.web.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TreeMap;
import org.chasqui.analytics.rollups.Histogram;
import org.chasqui.web.messages.RowsQuery;
import org.junit.jupiter.api.Test;

class LatencyChartTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);

    @Test
    void aDayIsAColumnThatLeadsToTheMessagesOfItsStep() {
        var chart = chart(ZoneOffset.UTC, 1);

        assertThat(chart.isBlank()).isTrue();
        assertThat(chart.getColumns().get(0).getTitle()).isEqualTo("Friday 20 November");
        assertThat(chart.getColumns().get(0).getTimes().getQuery())
                .isEqualTo("direction=outbound&number=100&since=2026-11-20T00%3A00%3A00Z&until=2026-11-21T00%3A00%3A00Z"
                        + "&took=delivered");
        assertThat(chart.getColumns().get(0).getTimes().getPercentiles())
                .extracting(Times.Percentile::getText)
                .containsOnly("–");
        assertThat(chart.getLines()).extracting(LatencyChart.Line::getPath).containsOnly("");
    }

    /** India is five hours and a half ahead: an hour of ours belongs to the day in which it begins. */
    @Test
    void aDayThatBeginsAtHalfPastBeginsWithTheNextHour() {
        var chart = chart(ZoneId.of("Asia/Kolkata"), 1);

        assertThat(chart.getColumns().get(0).getTimes().getQuery()).contains("since=2026-11-19T19%3A00%3A00Z");
    }

    @Test
    void theAxisDividesIntoStepsThatPeopleSay() {
        assertThat(LatencyChart.roundedUp(0)).isEqualTo(4);
        assertThat(LatencyChart.roundedUp(901)).isEqualTo(2_000);
        assertThat(LatencyChart.roundedUp(41_000)).isEqualTo(120_000);
        for (long top : new long[] {901, 41_000, 700_000, 4_000_000, 90_000_000}) {
            for (int step = 1; step <= 4; step++) {
                assertThat(LatencyChart.shortened(LatencyChart.roundedUp(top) * step / 4))
                        .matches("\\d+(\\.5)? (ms|s|min|h)");
            }
        }
        assertThat(LatencyChart.shortened(0)).isEqualTo("0");
    }

    private static LatencyChart chart(ZoneId zone, int days) {
        var times = new TreeMap<LocalDate, Histogram>();
        FIRST.datesUntil(FIRST.plusDays(days)).forEach(day -> times.put(day, new Histogram()));
        return new LatencyChart(times, "delivered", zone, RowsQuery.outbound().with("number", "100"));
    }
}
