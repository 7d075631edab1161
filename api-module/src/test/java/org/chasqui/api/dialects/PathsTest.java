package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {
    @ParameterizedTest
    @CsvSource({
        "/whatsapp,/whatsapp",
        "/whatsapp/,/whatsapp",
        "/whatsapp/instance//,/whatsapp/instance",
        "/whatsapp/a%20b+c,/whatsapp/a b+c",
        "/whatsapp;jsessionid=1,/whatsapp",
        "/,",
        "/whatsapp/%zz,/whatsapp/%zz"
    })
    void areWhatDialectsSee(String raw, String seen) {
        assertThat(Paths.of(raw).orElse(null)).isEqualTo(seen);
    }
}
