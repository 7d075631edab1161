package org.chasqui.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chasqui.analytics.rollups.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
    @ParameterizedTest
    @CsvSource({"0,4", "4,4", "5,8", "9,20", "21,40", "41,80", "6783,8000", "9300,20000"})
    void theAxisEndsAtARoundFigureThatFits(long highest, long top) {
        assertThat(Axis.roundedUp(highest)).isEqualTo(top);
    }

    @Test
    void thePartsOfAColumnAddUpToWhatWasSent() {
        var totals = new Totals(100, 90, 88, 80, 60, 0, 7, 2, 0, 0, 12);
        var column = new ChartColumn(
                new ChartColumn.Labels("6", "F", "Friday"),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(3_600),
                totals,
                true,
                "");

        assertThat(column.getFigures())
                .extracting(part -> part.getKey() + " " + part.getCount())
                .containsExactly("read 60", "delivered 20", "way 13", "failed 7");
        assertThat(column.getTotal()).isEqualTo(100);
        assertThat(column.getQuery())
                .isEqualTo("direction=outbound&since=1970-01-01T00:00:00Z&until=1970-01-01T01:00:00Z");
    }

    @Test
    void aLineTouchesTheTopWhereItIsHighest() {
        var line = new SparkLine(List.of(0L, 5L, 10L));

        assertThat(line.getPath()).isEqualTo("M0.0 29.0L50.0 15.5L100.0 2.0");
        assertThat(line.getArea()).endsWith("L100 30L0 30Z");
    }
}
