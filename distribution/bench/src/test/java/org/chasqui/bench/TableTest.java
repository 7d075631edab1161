package org.chasqui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAlignedAndNumbersShort() {
        var text = new Table()
                .line("a long name", List.of("1", "22"))
                .line("b", List.of("333", "4"))
                .text();
        assertThat(text).isEqualTo("  a long name    1  22\n  b            333   4\n");
        assertThat(Table.number(1234.5)).isEqualTo("1235");
        assertThat(Table.number(12.345)).isEqualTo("12.3");
        assertThat(Table.number(0.0123)).isEqualTo("0.012");
        assertThat(Table.seconds(-1)).isEqualTo("never");
        assertThat(Table.number(0)).isEqualTo("0");
    }
}
