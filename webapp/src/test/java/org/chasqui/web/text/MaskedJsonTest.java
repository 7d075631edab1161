package org.chasqui.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedJsonTest {
    @Test
    void phoneNumbersKeepTheirLastDigitsAndNothingElseChanges() {
        assertThat(MaskedJson.of("{\"id\":\"1\",\"to\":\"+14155550182\",\"phone_number_id\":\"211151630413668\"}"))
                .isEqualTo("{\"id\":\"1\",\"to\":\"•••0182\",\"phone_number_id\":\"211151630413668\"}");
    }

    @Test
    void numbersAreKnownByTheirMemberWhateverTheirForm() {
        assertThat(
                        MaskedJson.of(
                                "{\"context\":{\"from\": \"14155550182\"},\"wa_id\" : \"14155550183\","
                                        + "\"phones\":[{\"phone\":\"+1 (415) 555-0184\",\"type\":\"WORK\"}],\"peer\":\"US.13491208655\"}"))
                .isEqualTo("{\"context\":{\"from\": \"•••0182\"},\"wa_id\" : \"•••0183\","
                        + "\"phones\":[{\"phone\":\"•••0184\",\"type\":\"WORK\"}],\"peer\":\"•••8655\"}");
    }

    /** Deliveries are shown in the words of their endpoint. */
    @Test
    void theWordsOfOtherGatewaysHideThemToo() {
        assertThat(
                        MaskedJson.of(
                                "{\"contactId\":\"+14155550182\",\"whatsappNumber\":\"15550783881\",\"key\":{\"remoteJid\":\"14155550183@s.whatsapp.net\"},"
                                        + "\"contacts\":[{\"user_id\":\"US.13491208655\"}],\"messages\":[{\"from_user_id\":\"US.13491208655\"}],"
                                        + "\"statuses\":[{\"recipient_id\":\"14155550184\"},{\"recipient_user_id\":\"US.13491208655\"}]}"))
                .isEqualTo(
                        "{\"contactId\":\"•••0182\",\"whatsappNumber\":\"15550783881\",\"key\":{\"remoteJid\":\"•••0183\"},"
                                + "\"contacts\":[{\"user_id\":\"•••8655\"}],\"messages\":[{\"from_user_id\":\"•••8655\"}],"
                                + "\"statuses\":[{\"recipient_id\":\"•••0184\"},{\"recipient_user_id\":\"•••8655\"}]}");
    }

    @Test
    void wordsAreNoNumbers() {
        var json =
                "{\"from\":\"2026\",\"to\":\"the \\\"moon\\\"\",\"body\":\"order 14155550182\",\"timestamp\":\"1760000000\"}";

        assertThat(MaskedJson.of(json)).isEqualTo(json);
    }
}
