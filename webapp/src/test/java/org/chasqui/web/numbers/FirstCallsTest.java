package org.chasqui.web.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstCallsTest {
    private static final Pattern BODY = Pattern.compile("-d '(.*)'$", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyCallNamesTheServerAndHasABodyThatCanBeRead(boolean isSandbox) throws JsonProcessingException {
        var calls = new FirstCalls("https://wa.example.com", "106540352242922", isSandbox);

        assertThat(calls.nativeCall()).startsWith("curl https://wa.example.com/api/v1/whatsapp/messages/template ");
        assertThat(body(calls.nativeCall()).get("phone_number_id").asText()).isEqualTo("106540352242922");
        for (var other : calls.others()) {
            assertThat(other.getCurl())
                    .startsWith("curl https://wa.example.com/")
                    .contains("$CHASQUI_KEY");
            assertThat(body(other.getCurl()).has("to")).as(other.getTitle()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void metasOwnHasMetasShape(boolean isSandbox) throws JsonProcessingException {
        var graph = new FirstCalls("https://wa.example.com", "106540352242922", isSandbox)
                .others().stream()
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
