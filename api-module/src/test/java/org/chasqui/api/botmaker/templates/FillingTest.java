package org.chasqui.api.botmaker.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class FillingTest {
    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    private static JsonNode filled(String components, Map<String, String> values) {
        return Filling.of(Samples.template("order", "en", "APPROVED", components), values::get)
                .path("components");
    }

    @Test
    void namesGoToTheirPlaces() {
        assertThat(filled(
                        "[{'type':'BODY','text':'Hi {{name}}, {{order}} is ready'}]",
                        Map.of("order", "7", "name", "Ana", "other", "x")))
                .isEqualTo(tree("[{'type':'body','parameters':["
                        + "{'type':'text','parameter_name':'name','text':'Ana'},"
                        + "{'type':'text','parameter_name':'order','text':'7'}]}]"));
    }

    @Test
    void numbersGoInTheirOrder() {
        assertThat(filled("[{'type':'BODY','text':'{{2}} for {{1}}'}]", Map.of("1", "Ana", "2", "Bread")))
                .isEqualTo(tree("[{'type':'body','parameters':["
                        + "{'type':'text','text':'Ana'},{'type':'text','text':'Bread'}]}]"));
    }

    @Test
    void aFileAndTheEndOfAnAddressHaveNamesOfTheirOwn() {
        var components =
                "[{'type':'HEADER','format':'IMAGE'},{'type':'BODY','text':'Look'},{'type':'BUTTONS','buttons':["
                        + "{'type':'QUICK_REPLY','text':'Yes'},{'type':'URL','text':'Open','url':'https://example.com/{{1}}'}]}]";

        assertThat(filled(components, Map.of("headerImageUrl", "https://example.com/i.png", "buttonUrl", "7")))
                .isEqualTo(tree("[{'type':'header','parameters':[{'type':'image','image':{'link':"
                        + "'https://example.com/i.png'}}]},{'type':'button','sub_type':'url','index':'1','parameters':["
                        + "{'type':'text','text':'7'}]}]"));
        assertThat(filled(components, Map.of("headerUrl", "https://example.com/i.png", "button.1", "8"))
                        .at("/1/parameters/0/text")
                        .asText())
                .isEqualTo("8");
    }

    @Test
    void aTemplateWithoutPlacesHasNoComponents() {
        assertThat(Filling.of(
                        Samples.template("plain", "pt_BR", "APPROVED", "[{'type':'BODY','text':'Hi'}]"), name -> null))
                .isEqualTo(tree("{'name':'plain','language':{'code':'pt_BR'}}"));
    }

    @Test
    void whatIsMissingIsNamedAllAtOnce() {
        assertThatThrownBy(() -> filled(
                        "[{'type':'HEADER','format':'VIDEO'},{'type':'BODY','text':'{{name}} {{order}}'}]",
                        Map.of("name", " ")))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(failed.fields())
                                .extracting(FieldError::field)
                                .containsExactly("variables.headerVideoUrl", "variables.name", "variables.order"));
    }
}
