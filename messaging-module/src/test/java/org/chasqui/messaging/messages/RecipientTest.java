package org.chasqui.messaging.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {
    @ParameterizedTest
    @CsvSource({
        "+55 11 95550-1234,          5511955501234",
        "5511955501234,              5511955501234",
        "US.13491208655302741918,    US.13491208655302741918",
        "US.ENT.11815799212886844830, US.ENT.11815799212886844830",
    })
    void isANumberOrABusinessScopedId(String written, String peer) {
        assertThat(Recipient.parse(written)).isEqualTo(peer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "us.1", "USA.1", "US.", "US.1\",\"to\":\"1", "+1", "US.a b"})
    void isNothingElse(String written) {
        assertThatThrownBy(() -> Recipient.parse(written)).hasMessageStartingWith("to: ");
    }
}
