package org.chasqui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ThroughTest {
    @ParameterizedTest
    @EnumSource
    void everyBodyIsJsonThatNamesThePerson(Through through) {
        var body = Json.read(through.body("106540352242922", "4915110000000").getBytes(StandardCharsets.UTF_8));

        assertThat(body.isObject()).isTrue();
        assertThat(body.toString()).contains("4915110000000");
        assertThat(Through.of(through.word())).isEqualTo(through);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHASQUI|{\"id\":\"0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b\"}|0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
                "DIALOG360|{\"messages\":[{\"id\":\"wamid.A\"}]}|wamid.A",
                "GRAPH|{\"messages\":[{\"id\":\"wamid.A\"}]}|wamid.A",
                "BOTMAKER|{\"webhookNotificationId\":\"A0\"}|A0",
                "WAABOT|{\"status\":true,\"data\":{\"sent\":[{\"id\":\"1\"}]}}|1"
            })
    void anAnswerSaysWhatTheMessageIsCalled(Through through, String answer, String reference) {
        assertThat(through.reference(Json.read(answer.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(reference);
    }

    @Test
    void whatIsUnknownIsNamed() {
        assertThatThrownBy(() -> Options.parse("--through", "twilio"))
                .hasMessage("--through takes chasqui, dialog360, graph, botmaker, waabot, not \"twilio\".");
    }
}
