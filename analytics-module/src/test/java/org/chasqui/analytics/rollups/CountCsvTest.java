package org.chasqui.analytics.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountCsvTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
    private static final Totals SOME = new Totals(10, 9, 8, 7, 6, 5, 1, 0, 0, 0, 3);

    @Test
    void writesDayByDay() {
        var asked = new ArrayList<LocalDate>();

        var text = written(day -> {
            asked.add(day);
            return day.equals(FIRST)
                    ? List.of(
                            new CountLine(new UUID(2, 1), "marketing", "offer", SOME),
                            new CountLine(new UUID(2, 1), "service", "", SOME))
                    : List.of();
        });

        assertThat(text)
                .isEqualTo("day,phone_number_id,category,template,queued,accepted,sent,delivered,read,replied,failed,"
                        + "uncertain,expired,cancelled,received\r\n"
                        + "2026-11-20,1065,marketing,offer,10,9,8,7,6,5,1,0,0,0,3\r\n"
                        + "2026-11-20,1065,service,,10,9,8,7,6,5,1,0,0,0,3\r\n");
        assertThat(asked).containsExactly(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));
    }

    @Test
    void letsNoSpreadsheetCalculate() {
        assertThat(written(day -> List.of(new CountLine(new UUID(2, 1), "marketing", "=1+1", SOME))))
                .contains(",'=1+1,");
    }

    private static String written(CountCsv.Source source) {
        var file = new ByteArrayOutputStream();
        CountCsv.write(FIRST, FIRST.plusDays(2), source, number -> "1065", file);
        return file.toString(StandardCharsets.UTF_8);
    }
}
