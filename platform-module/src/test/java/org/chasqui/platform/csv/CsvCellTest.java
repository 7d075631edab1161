package org.chasqui.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvCellTest {
    @Test
    void letsNoSpreadsheetCalculate() {
        assertThat(CsvCell.of("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvCell.of("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(CsvCell.of("+cmd|' /C calc'!A0")).isEqualTo("'+cmd|' /C calc'!A0");
        assertThat(CsvCell.of("-2")).isEqualTo("'-2");
        assertThat(CsvCell.of("\tx")).isEqualTo("'\tx");
    }

    @Test
    void quotesWhatWouldBreakTheLine() {
        assertThat(CsvCell.of("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvCell.of("a;b")).isEqualTo("\"a;b\"");
        assertThat(CsvCell.of("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(CsvCell.of("=a,\"b\"\n")).isEqualTo("\"'=a,\"\"b\"\"\n\"");
        assertThat(CsvCell.of(null)).isEmpty();
        assertThat(CsvCell.of(17)).isEqualTo("17");
    }
}
