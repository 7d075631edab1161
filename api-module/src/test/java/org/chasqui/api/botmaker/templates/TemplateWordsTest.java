package org.chasqui.api.botmaker.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.dialects.Arguments;
import org.junit.jupiter.api.Test;

class TemplateWordsTest {
    private static final String DESCRIBED = "{'name':'order_ready','category':'utility','locale':'pt-BR',"
            + "'header':{'format':'TEXT','text':'Order'},'body':{'text':'Hi ${name}, {{order}} is ready'},"
            + "'examples':{'name':'Ana'},'footer':'Bye','buttons':[{'type':'quick-reply','text':'Thanks'},"
            + "{'type':'URL','text':'Open','url':'https://example.com/${id}'},"
            + "{'type':'PHONE_NUMBER','text':'Call','phoneNumber':'+5511955501234'}]}";

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    private static Arguments given(String json) {
        return Arguments.of((ObjectNode) tree(json));
    }

    @Test
    void becomesWhatMetaWantsToReview() {
        var draft = TemplateWords.draft(given(DESCRIBED));

        assertThat(draft.name()).isEqualTo("order_ready");
        assertThat(draft.category()).isEqualTo("UTILITY");
        assertThat(draft.language()).isEqualTo("pt_BR");
        assertThat(draft.components())
                .isEqualTo(tree("[{'type':'HEADER','text':'Order','format':'TEXT'},"
                        + "{'type':'BODY','text':'Hi {{name}}, {{order}} is ready','example':{'body_text_named_params':["
                        + "{'param_name':'name','example':'Ana'},{'param_name':'order','example':'order'}]}},"
                        + "{'type':'FOOTER','text':'Bye'},{'type':'BUTTONS','buttons':["
                        + "{'text':'Thanks','type':'QUICK_REPLY'},{'text':'Open','type':'URL',"
                        + "'url':'https://example.com/{{1}}','example':['https://example.com/example']},"
                        + "{'text':'Call','type':'PHONE_NUMBER','phone_number':'+5511955501234'}]}]"));
    }

    @Test
    void isDescribedInTheSameWords() {
        var document = JsonNodeFactory.instance.objectNode();
        TemplateWords.describe(document, TemplateWords.draft(given(DESCRIBED)).components());

        assertThat(document)
                .isEqualTo(tree("{'header':{'format':'TEXT','text':'Order','exampleURL':null},"
                        + "'body':{'text':'Hi {{name}}, {{order}} is ready'},'footer':'Bye','buttons':["
                        + "{'type':'QUICK_REPLY','text':'Thanks'},"
                        + "{'type':'URL','text':'Open','url':'https://example.com/{{1}}'},"
                        + "{'type':'PHONE_NUMBER','text':'Call','phoneNumber':'+5511955501234'}]}"));
    }

    @Test
    void numbersHaveSamplesInTheirOrder() {
        var body = TemplateWords.draft(given("{'name':'a','category':'UTILITY','locale':'es',"
                        + "'body':{'text':'{{2}} {{1}}'},'examples':{'1':'one','2':'two'}}"))
                .component("BODY");

        assertThat(body.at("/example/body_text")).isEqualTo(tree("[['one','two']]"));
    }

    @Test
    void aButtonOfNoKindIsRefused() {
        assertThatThrownBy(() -> TemplateWords.draft(given("{'name':'a','category':'UTILITY','locale':'es',"
                        + "'body':{'text':'A'},'buttons':[{'type':'DANCE','text':'B'}]}")))
                .hasMessageContaining("buttons[0].type");
    }
}
