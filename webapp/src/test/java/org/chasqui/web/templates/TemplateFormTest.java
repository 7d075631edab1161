package org.chasqui.web.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.chasqui.platform.rest.Json;
import org.chasqui.templates.definition.DraftRules;
import org.chasqui.templates.definition.TemplateDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'type':'BODY','text':'Hi there.'}]",
                "[{'type':'HEADER','format':'TEXT','text':'Order {{1}}','example':{'header_text':['17']}},"
                        + "{'type':'BODY','text':'Hi {{1}}, it is {{2}}.','example':{'body_text':[['Ana','ready']]}},"
                        + "{'type':'FOOTER','text':'Casa Adire'}]",
                "[{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::a']}},"
                        + "{'type':'BODY','text':'Hi {{name}}.','example':{'body_text_named_params':[{'param_name':'name','example':'Ana'}]}},"
                        + "{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Yes'},"
                        + "{'type':'URL','text':'See','url':'https://example.com/{{1}}','example':['https://example.com/1']},"
                        + "{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15551234567'},"
                        + "{'type':'COPY_CODE','example':'A1'},{'type':'FLOW','text':'Go','flow_id':'9'},{'type':'CATALOG'}]},"
                        + "{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Now','has_expiration':true}}]"
            })
    void writesWhatItHasRead(String components) throws JsonProcessingException {
        var tree = Json.mapper().readTree(components.replace('\'', '"'));
        var form = new TemplateForm();
        form.read(new TemplateDraft("a", "MARKETING", "en", null, tree, null));
        assertThat(form.draft().components()).isEqualTo(tree);
    }

    @Test
    void keepsSamplesWhileTheTextChanges() {
        var field = new TextField("body_text");
        field.setText("Hi {{1}}, it is {{2}}.");
        field.getSamples().get(1).setValue("ready");
        field.setText("It is {{2}}, {{1}} and {{3}}.");
        assertThat(field.getSamples().get(0).getVariable()).isEqualTo("{{2}}");
        assertThat(field.getSamples().get(0).getValue()).isEqualTo("ready");
        assertThat(field.getSamples()).hasSize(3);
    }

    @Test
    void makesAOneTimeCodeThatMetaTakes() {
        var form = new TemplateForm();
        form.setName("code");
        form.setCategory("AUTHENTICATION");
        assertThat(DraftRules.check(form.draft())).isEmpty();
    }

    @Test
    void saysWhenTheRestIsNoJson() {
        var form = new TemplateForm();
        form.setMore("{");
        assertThat(form.isMoreWrong()).isTrue();
        form.setMore("[]");
        assertThat(form.isMoreWrong()).isFalse();
    }

    @Test
    void showsFormattingAsWhatsAppDoes() {
        assertThat(Piece.of("a *b* _c_ ~d~ ```e``` 2*3*4 {{1}}"))
                .extracting(Piece::getLook)
                .containsExactly(
                        "plain", "bold", "plain", "italic", "plain", "struck", "plain", "code", "plain", "variable");
    }
}
