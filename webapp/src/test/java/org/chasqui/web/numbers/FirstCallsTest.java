package org.chasqui.web.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstCallsTest {
    private static final Pattern BODY = Pattern.compile("-d '(.*)'$", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyCallNamesTheServerAndHasABodyThatCanBeRead(boolean isSandbox) throws JsonProcessingException {
        var calls = calls(isSandbox);

        assertThat(calls.nativeCall()).startsWith("curl https://wa.example.com/api/v1/whatsapp/messages/template ");
        assertThat(body(calls.nativeCall()).get("phone_number_id").asText()).isEqualTo("106540352242922");
        for (var other : calls.others()) {
            assertThat(other.getCurl())
                    .startsWith("curl https://wa.example.com/")
                    .contains("$CHASQUI_KEY");
            var body = body(other.getCurl());
            assertThat(body.has("to") || body.at("/chat/contactId").isTextual())
                    .as(other.getTitle())
                    .isTrue();
            assertThat(other.getKey()).isNotBlank();
        }
        assertThat(calls.others())
                .extracting(DialectCall::getId)
                .containsExactly("dialog360", "cbot", "botmaker", "waabot", "graph");
    }

    @ParameterizedTest
    @CsvSource({
        "dialog360, /messages, D360-API-KEY",
        "cbot, /onprem/v1/messages, D360-API-KEY",
        "botmaker, /v2.0/chats-actions/trigger-intent, access-token",
        "waabot, /whatsapp/message/sendText, Authorization: Bearer",
        "graph, /graph/v24.0/106540352242922/messages, Authorization: Bearer"
    })
    void eachHasTheAddressAndTheHeaderOfItsApi(String id, String path, String header) {
        var curl = calls(true).others().stream()
                .filter(call -> call.getId().equals(id))
                .findFirst()
                .orElseThrow()
                .getCurl();

        assertThat(curl).startsWith("curl https://wa.example.com" + path + " ").contains("-H \"" + header);
    }

    @Test
    void botmakersChannelIsTheNumber() throws JsonProcessingException {
        var botmaker = calls(true).others().get(2);

        assertThat(body(botmaker.getCurl()).at("/chat/channelId").asText()).isEqualTo("14155550100");
        assertThat(body(botmaker.getCurl()).at("/variables/1").asText()).isEqualTo("Ana");
    }

    private static FirstCalls calls(boolean isSandbox) {
        return new FirstCalls("https://wa.example.com", "106540352242922", "+1 415-555-0100", isSandbox);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void metasOwnHasMetasShape(boolean isSandbox) throws JsonProcessingException {
        var graph = calls(isSandbox).others().stream()
                .filter(call -> call.getId().equals("graph"))
                .findFirst()
                .orElseThrow();

        assertThat(graph.getCurl()).contains("/graph/v24.0/106540352242922/messages");
        assertThat(body(graph.getCurl()).at("/template/language/code").asText()).isEqualTo("en_US");
        assertThat(body(graph.getCurl()).at("/template/components").isArray()).isEqualTo(isSandbox);
    }

    private static JsonNode body(String curl) throws JsonProcessingException {
        var body = BODY.matcher(curl);
        assertThat(body.find()).as(curl).isTrue();
        return new ObjectMapper().readTree(body.group(1));
    }
}
