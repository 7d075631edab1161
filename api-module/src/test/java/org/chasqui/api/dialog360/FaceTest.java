package org.chasqui.api.dialog360;

import static org.assertj.core.api.Assertions.assertThat;

import org.chasqui.platform.keys.KeyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceTest {
    @ParameterizedTest
    @CsvSource({"DIALOG360, DIALOG360", "CBOT, CBOT", "CHASQUI, DIALOG360", "BOTMAKER,", "WAABOT,"})
    void aKeySaysWhoseApiItsHolderSpeaks(KeyKind kind, Face face) {
        assertThat(Face.of(kind).orElse(null)).isEqualTo(face);
    }
}
