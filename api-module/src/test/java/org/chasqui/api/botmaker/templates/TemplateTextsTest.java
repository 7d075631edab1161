package org.chasqui.api.botmaker.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hi {{1}}, {{2}}. | [{'type':'text','text':'Ana'},{'type':'text','text':'$5'}] | Hi Ana, $5.",
                "Hi {{name}}. | [{'type':'text','parameter_name':'name','text':'Ana'}] | Hi Ana.",
                "It is {{1}}. | [{'type':'currency','currency':{'fallback_value':'5 EUR'}}] | It is 5 EUR.",
                "Hi {{1}}. | [] | Hi {{1}}.",
                "Nothing to fill in. | [] | Nothing to fill in."
            })
    void aTextHasItsValuesInItsPlaces(String text, String parameters, String filled) throws JsonProcessingException {
        var content = "{'components':[{'type':'button','parameters':[{'text':'x'}]},{'type':'body','parameters':"
                + parameters + "}]}";

        assertThat(TemplateTexts.filled(text, new ObjectMapper().readTree(content.replace('\'', '"'))))
                .isEqualTo(filled);
    }
}
