package org.chasqui.campaigns.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnMapTest {
    @Test
    void readsColumnsThatSayWhatTheyAre() {
        var read = ColumnMap.of(List.of("Phone", "Nombre", "1", "order"), Map.of())
                .read(List.of("+5511955501234", "Ana", "x", "17"), 2);

        assertThat(read.peer()).isEqualTo("5511955501234");
        assertThat(read.name()).isEqualTo("Ana");
        assertThat(read.variables())
                .containsOnly(Map.entry("name", "Ana"), Map.entry("1", "x"), Map.entry("order", "17"));
        assertThat(read.line()).isEqualTo(2);
    }

    @Test
    void takesWhatItIsToldColumnsAre() {
        var wanted = ColumnMap.parse("Mobile=to, First name=1, phone=");
        var read = ColumnMap.of(List.of("phone", "Mobile", "First name"), wanted)
                .read(List.of("123", "+5511955501234", "Ana"), 2);

        assertThat(read.peer()).isEqualTo("5511955501234");
        assertThat(read.variables()).containsOnly(Map.entry("1", "Ana"));
    }

    @Test
    void refusesAFileWithoutAnAddress() {
        assertThatThrownBy(() -> ColumnMap.of(List.of("a", "b"), Map.of()))
                .hasMessageContaining("to, phone or user_id");
        assertThatThrownBy(() -> ColumnMap.of(List.of("phone", "whatsapp"), Map.of()))
                .hasMessageContaining("several columns");
        assertThatThrownBy(() -> ColumnMap.of(List.of("phone"), Map.of("Mobile", "to")))
                .hasMessageContaining("no column Mobile");
        assertThatThrownBy(() -> ColumnMap.parse("Mobile")).hasMessageContaining("pairs");
    }

    @Test
    void keepsARowWithoutAnAddressWithItsProblem() {
        var read = ColumnMap.of(List.of("to", "name"), Map.of()).read(List.of(" ", "Ana"), 3);

        assertThat(read.peer()).isNull();
        assertThat(read.problem()).isNotNull();
    }
}
