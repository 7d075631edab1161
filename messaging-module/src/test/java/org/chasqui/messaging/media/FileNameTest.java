package org.chasqui.messaging.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "..\\..\\windows\\win.ini, win.ini",
        "C:\\temp\\invoice.pdf, invoice.pdf",
        "'a\r\nSet-Cookie: x=1', 'aSet-Cookie_ x=1'",
        "'invoice\u202efdp.exe', invoicefdp.exe",
        "'Ñandú – año.pdf', 'Ñandú – año.pdf'",
        "'a\0b.txt', ab.txt",
    })
    void keepsTheLastPartWithoutTraps(String given, String kept) {
        assertThat(FileName.clean(given)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ".", "..", "../..", "a/", "\u200b"})
    void isNoneWhenNothingIsLeft(String given) {
        assertThat(FileName.clean(given)).isNull();
    }

    @Test
    void shortensALongNameButKeepsItsEnding() {
        assertThat(FileName.clean("a".repeat(5_000) + ".pdf")).hasSize(200).endsWith("a.pdf");
        assertThat(FileName.clean("😀".repeat(500)))
                .hasSizeLessThanOrEqualTo(200)
                .doesNotEndWith("\ud83d");
    }
}
