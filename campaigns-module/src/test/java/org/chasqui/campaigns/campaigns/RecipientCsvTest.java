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
        var file = new ByteArrayOutputStream();
        RecipientCsv.write(
                (cursor, limit) -> cursor == 0 ? List.of(Given.recipient("=1+1", Map.of())) : List.of(), file);

        assertThat(file.toString(StandardCharsets.UTF_8)).contains(",'=1+1,").contains(",+5511955501234,");
    }
}
