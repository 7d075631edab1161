package org.chasqui.web.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class CopiedTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void filesAreCalledAsTheApiCallsThemWhereverTheyStand() throws Exception {
        var stored = JSON.readTree(
                "{\"asset\":\"a\",\"caption\":\"c\",\"cards\":[{\"header\":{\"image\":{\"asset\":\"b\"}}}]}");

        assertThat(Copied.asRequested(stored))
                .isEqualTo(JSON.readTree(
                        "{\"id\":\"a\",\"caption\":\"c\",\"cards\":[{\"header\":{\"image\":{\"id\":\"b\"}}}]}"));
        assertThat(stored.has("asset")).as("the original stays").isTrue();
    }

    @Test
    void phonesOfSharedContactsAreMasked() throws Exception {
        var shared =
                JSON.readTree("[{\"name\":{\"formatted_name\":\"Ana\"},\"phones\":[{\"phone\":\"+1 415 555 0182\"}]}]");

        assertThat(Cards.items("contacts", Copied.masked(shared)))
                .extracting(Cards.Item::getNote)
                .containsExactly("•••0182");
    }

    @Test
    void onlyDigitsGetAPlus() {
        assertThat(Curl.address("14155550182")).isEqualTo("+14155550182");
        assertThat(Curl.address("US.13491208655302741918")).isEqualTo("US.13491208655302741918");
    }
}
