package org.chasqui.campaigns.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.chasqui.platform.rest.Json;
import org.chasqui.templates.parameters.ParameterCheck;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static Wording.Filled fill(String template, String fixed, Map<String, String> variables) {
        return new Wording(Given.template(template), json(fixed)).of(Given.recipient("Ana", variables));
    }

    @Test
    void putsTheVariablesOfARecipientIntoTheirPlaces() {
        var filled = fill(Given.BODY, "[]", Map.of("1", "Ana", "2", "Friday"));

        assertThat(filled.missing()).isEmpty();
        assertThat(filled.text()).isEqualTo("Hi Ana, it is Friday today.");
        assertThat(filled.content()).isEqualTo(json("""
                        {"name": "sale", "language": {"code": "en_US"}, "components": [{"type": "body", "parameters": [
                          {"type": "text", "text": "Ana"}, {"type": "text", "text": "Friday"}]}]}
                        """));
    }

    @Test
    void ordersPositionsByTheirNumbersAndNotByTheirPlaces() {
        var filled =
                fill("[{\"type\":\"BODY\",\"text\":\"{{2}} for {{1}}\"}]", "[]", Map.of("1", "Ana", "2", "A gift"));

        assertThat(filled.content().at("/components/0/parameters/0/text").asText())
                .isEqualTo("Ana");
    }

    @Test
    void namesNamedParameters() {
        var filled =
                fill("[{\"type\":\"BODY\",\"text\":\"Hi {{name}}, order {{order}}\"}]", "[]", Map.of("order", "17"));

        assertThat(filled.content().at("/components/0/parameters")).isEqualTo(json("""
                        [{"type": "text", "parameter_name": "name", "text": "Ana"},
                         {"type": "text", "parameter_name": "order", "text": "17"}]
                        """));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(fill(Given.BODY, "[]", Map.of("1", "Ana", "2", " ")).missing())
                .containsExactly("2");
        assertThat(fill(Given.BODY, "[]", Map.of()).missing()).containsExactly("1", "2");
    }

    @Test
    void fillsHeaderAndAddressOfAButton() {
        var template = """
                [{"type": "HEADER", "format": "TEXT", "text": "For {{1}}"}, {"type": "BODY", "text": "Hi {{1}}"},
                 {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "No"},
                   {"type": "URL", "text": "See", "url": "https://shop.example/{{1}}"}]}]
                """;
        var filled = fill(template, "[]", Map.of("1", "Ana", "button.1", "a17"));

        assertThat(filled.missing()).isEmpty();
        assertThat(filled.content().at("/components/2")).isEqualTo(json("""
                        {"type": "button", "sub_type": "url", "index": "1", "parameters": [{"type": "text", "text": "a17"}]}
                        """));
        assertThat(ParameterCheck.check(
                        Given.template(template).shape(), filled.content().path("components")))
                .isEmpty();
        assertThat(fill(template, "[]", Map.of("1", "Ana")).missing()).containsExactly("button.1");
    }

    @Test
    void keepsWhatIsTheSameForEverybodyAndFillsItsVariables() {
        var filled = fill(Given.BODY, """
                [{"type": "body", "parameters": [{"type": "text", "text": "dear {{name}}"}, {"type": "text", "text": "May"}]}]
                """, Map.of());

        assertThat(filled.missing()).isEmpty();
        assertThat(filled.content().at("/components")).hasSize(1);
        assertThat(filled.content().at("/components/0/parameters/0/text").asText())
                .isEqualTo("dear Ana");
    }

    @Test
    void aValueIsNoPlaceForOthers() {
        var filled = fill(Given.BODY, "[]", Map.of("1", "{{2}} $1 \\", "2", "Friday"));

        assertThat(filled.content().at("/components/0/parameters/0/text").asText())
                .isEqualTo("{{2}} $1 \\");
        assertThat(filled.text()).isEqualTo("Hi {{2}} $1 \\, it is Friday today.");
    }
}
