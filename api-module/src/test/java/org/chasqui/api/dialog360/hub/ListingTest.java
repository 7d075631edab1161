package org.chasqui.api.dialog360.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialog360.Told;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
    private static final List<ObjectNode> ALL =
            List.of(channel("b", "running", "1"), channel("a", "ready", "2"), channel("c", "running", "3"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|b a c|3",
                "sort=id|a b c|3",
                "sort=-id|c b a|3",
                "sort=-|b a c|3",
                "limit=1&offset=1|a|3",
                "limit=0||3",
                "offset=9||3",
                "filters={\"status\":\"Running\"}|b c|2",
                "filters={\"setup_info.phone_number\":\"2\"}|a|1",
                "filters={\"setup_info\":{\"phone_number\":3}}|c|1",
                "filters={\"status\":[\"ready\",\"x\"],\"id\":null}|a|1",
                "filters={\"status\":\"gone\"}||0",
                "filters=null|b a c|3",
                "filters={\"status\":\"running\"}&sort=-id&limit=1|c|2"
            })
    void isFilteredSortedAndCut(String query, String ids, int total) {
        var page = page(query == null ? "" : query);

        assertThat(page.path("partner_channels").findValuesAsText("id"))
                .containsExactlyElementsOf(ids == null ? List.of() : List.of(ids.split(" ")));
        assertThat(page.path("total").asInt()).isEqualTo(total);
        assertThat(page.path("count").asInt())
                .isEqualTo(page.path("partner_channels").size());
    }

    @Test
    void saysWhatItWasAskedFor() {
        var page = page("limit=2&offset=1&sort=-id&filters={\"status\":\"running\"}");

        assertThat(page.path("limit").asInt()).isEqualTo(2);
        assertThat(page.path("offset").asInt()).isEqualTo(1);
        assertThat(page.at("/sort/0").asText()).isEqualTo("-id");
        assertThat(page.at("/filters/status").asText()).isEqualTo("running");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=-1", "offset=x", "filters=running", "filters=[1]"})
    void refusesWhatMakesNoSense(String query) {
        assertThatThrownBy(() -> page(query)).isInstanceOf(RequestFailed.class);
    }

    private static JsonNode page(String query) {
        var given = JsonNodeFactory.instance.objectNode();
        for (var pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                given.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        var answer = Listing.page(Arguments.of(given), "partner_channels", ALL);
        return Told.tree(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static ObjectNode channel(String id, String status, String phone) {
        var channel = JsonNodeFactory.instance.objectNode().put("id", id).put("status", status);
        channel.putObject("setup_info").put("phone_number", phone);
        return channel;
    }
}
