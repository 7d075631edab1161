package org.chasqui.web.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTextTest {
    @Test
    void tellsMembersWithoutBrackets() {
        assertThat(AnswerText.of("{\"is_valid\":true,\"expires_at\":0,\"scopes\":[\"a\",\"b\"],\"none\":null}"))
                .isEqualTo("is valid: true · expires at: 0 · scopes: a, b");
    }

    @Test
    void leavesSentencesAsTheyAre() {
        assertThat(AnswerText.of("Meta says that it is registered already."))
                .isEqualTo("Meta says that it is registered already.");
        assertThat(AnswerText.of("{broken")).isEqualTo("{broken");
    }
}
