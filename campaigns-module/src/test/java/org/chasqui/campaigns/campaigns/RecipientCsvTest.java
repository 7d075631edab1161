package org.chasqui.campaigns.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipientCsvTest {
    @Test
    void writesPageByPage() {
        var file = new ByteArrayOutputStream();
        RecipientCsv.write(
                (cursor, limit) -> cursor == 0 ? List.of(Given.recipient("Ana", Map.of())) : List.of(), file);

        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "position,line,to,name,state,reason,detail,error_code,message_id,rounds,changed_at,replied_at\r\n"
                                + "1,,+5511955501234,Ana,waiting,,,,,0,2026-11-20T12:00:00Z,\r\n");
    }

    @Test
    void letsNoSpreadsheetCalculate() {
        assertThat(RecipientCsv.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(RecipientCsv.cell("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(RecipientCsv.cell("+cmd|' /C calc'!A0")).isEqualTo("'+cmd|' /C calc'!A0");
        assertThat(RecipientCsv.cell("-2")).isEqualTo("'-2");
        assertThat(RecipientCsv.cell("\tx")).isEqualTo("'\tx");
    }

    @Test
    void quotesWhatWouldBreakTheLine() {
        assertThat(RecipientCsv.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(RecipientCsv.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(RecipientCsv.cell("=a,\"b\"\n")).isEqualTo("\"'=a,\"\"b\"\"\n\"");
        assertThat(RecipientCsv.cell(null)).isEmpty();
    }
}
