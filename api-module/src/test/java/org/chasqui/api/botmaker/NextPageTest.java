package org.chasqui.api.botmaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class NextPageTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ADDRESS = "https://wa.example.com/v2.0/messages";

    private static NextPage asked(String name, String value) {
        return new NextPage(
                ADDRESS, Arguments.of(JsonNodeFactory.instance.objectNode().put(name, value)));
    }

    private static JsonNode page(NextPage next, List<String> found) throws IOException {
        return MAPPER.readTree(next.page(
                        found,
                        2,
                        one -> one.isEmpty()
                                ? null
                                : JsonNodeFactory.instance.objectNode().put("id", one),
                        one -> "after " + one)
                .body());
    }

    @Test
    void isAWholeAddressWithWhatWasAskedFor() throws IOException {
        var page = page(asked("contact-id", "+5511"), List.of("a", "b", "c"));

        assertThat(page.get("nextPage").asText()).isEqualTo(ADDRESS + "?contact-id=%2B5511&next-page-token=after+b");
        assertThat(page.get("items")).hasSize(2);
    }

    @Test
    void namesInItsPathAreEscaped() {
        assertThat(NextPage.escaped("/v2.0/notifications/sent-results/Año 1 + 2?"))
                .isEqualTo("/v2.0/notifications/sent-results/A%C3%B1o%201%20%2B%202%3F");
    }

    @Test
    void isNullBehindTheLastOne() throws IOException {
        var page = page(asked("limit", "2"), List.of("a", "b"));

        assertThat(page.has("nextPage")).isTrue();
        assertThat(page.get("nextPage").isNull()).isTrue();
    }

    @Test
    void leavesOutWhatIsNotToBeShown() throws IOException {
        assertThat(page(asked("limit", "2"), List.of("a", "")).get("items")).hasSize(1);
    }

    @Test
    void theTokenOfThePageBeforeIsNotCarriedOn() throws IOException {
        var page = page(asked("next-page-token", "after x"), List.of("a", "b", "c"));

        assertThat(page.get("nextPage").asText()).isEqualTo(ADDRESS + "?next-page-token=after+b");
    }

    @Test
    void anIdIsReadBackAndNothingElse() {
        var id = new UUID(7, 7);

        assertThat(asked("next-page-token", BotmakerId.of(id)).after()).contains(id);
        assertThat(asked("limit", "2").after()).isEmpty();
        assertThatThrownBy(() -> asked("next-page-token", "me").after()).isInstanceOf(RequestFailed.class);
    }

    @Test
    void aPlaceIsReadBackAndNothingElse() {
        assertThat(asked("next-page-token", "2000").place()).isEqualTo(2_000);
        assertThat(asked("limit", "2").place()).isZero();
        for (var foreign : List.of("-1", "me", "99999999999999999999")) {
            assertThatThrownBy(() -> asked("next-page-token", foreign).place()).isInstanceOf(RequestFailed.class);
        }
    }
}
