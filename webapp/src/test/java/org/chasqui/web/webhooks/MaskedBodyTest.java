package org.chasqui.web.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedBodyTest {
    @Test
    void phoneNumbersKeepTheirLastDigitsAndNothingElseChanges() {
        assertThat(MaskedBody.of("{\"id\":\"1\",\"to\":\"+14155550182\",\"phone_number_id\":\"211151630413668\"}"))
                .doesNotContain("1415555")
                .contains("0182\"", "211151630413668");
    }
}
