package org.chasqui.web.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.chasqui.platform.rest.Json;
import org.chasqui.templates.definition.DraftRules;
import org.chasqui.templates.definition.Offer;
import org.chasqui.templates.definition.TemplateDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateFormTest {
    private static final String CARD =
            "{'components':[{'type':'HEADER','format':'VIDEO','example':{'header_handle':['4::a']}},"
                    + "{'type':'BODY','text':'Shawl {{1}} in red.','example':{'body_text':[['Ema']]}},"
                    + "{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'More'},"
                    + "{'type':'URL','text':'See','url':'https://example.com/{{1}}','example':['https://example.com/7']}]}]}";
    private static final String PRODUCT =
            "{'type':'HEADER','format':'PRODUCT'},{'type':'BUTTONS','buttons':[{'type':'SPM','text':'View'}]}";

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
                        + "{'type':'COPY_CODE','example':'A1'},{'type':'FLOW','text':'Go','flow_id':'9'},{'type':'CATALOG'}]}]",
                "[{'type':'HEADER','format':'GIF','example':{'header_handle':['4::a']}},{'type':'BODY','text':'Hi.'},"
                        + "{'type':'BUTTONS','buttons':[{'type':'FLOW','text':'Go','flow_name':'size','flow_action':'navigate',"
                        + "'navigate_screen':'START','icon':'DOCUMENT'},{'type':'SOMETHING_NEW','text':'Go','depth':3}]},"
                        + "{'type':'CALL_PERMISSION_REQUEST'}]",
                "[{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::a']}},"
                        + "{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Now','has_expiration':true}},"
                        + "{'type':'BODY','text':'Hi.'},{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':'A1'},"
                        + "{'type':'URL','text':'Shop','url':'https://example.com'}]}]",
                "[{'type':'BODY','text':'Hi.'},{'type':'CAROUSEL','cards':[" + CARD + "," + CARD + "]}]",
                "[{'type':'BODY','text':'Hi.'},{'type':'CAROUSEL','cards':[{'components':[" + PRODUCT
                        + "]},{'components':[" + PRODUCT + "]}]}]"
            })
    void writesWhatItHasRead(String components) throws JsonProcessingException {
        var tree = json(components);
        assertThat(read("MARKETING", tree).draft().components()).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}|COPY_CODE",
                "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'ZERO_TAP','supported_apps':[{'package_name':'com.example.a',"
                        + "'signature_hash':'K8a/AINcGX7'},{'package_name':'com.example.b','signature_hash':'K8a/AINcGX8'}],"
                        + "'zero_tap_terms_accepted':true}]}|ZERO_TAP"
            })
    void writesTheOneTimeCodeThatItHasRead(String buttons, String kind) throws JsonProcessingException {
        var tree = json("[{'type':'BODY','add_security_recommendation':false},"
                + "{'type':'FOOTER','code_expiration_minutes':3}," + buttons + "]");
        var form = read("AUTHENTICATION", tree);
        assertThat(form.getCode().getKind()).isEqualTo(kind);
        assertThat(form.draft().components()).isEqualTo(tree);
    }

    @Test
    void understandsAOneTimeCodeAsGraphShowsIt() throws JsonProcessingException {
        var form = read(
                "AUTHENTICATION",
                json("[{'type':'BODY','text':'*{{1}}* is your code.','add_security_recommendation':true},"
                        + "{'type':'BUTTONS','buttons':[{'type':'URL','text':'Autofill','url':'https://www.whatsapp.com/otp/code/"
                        + "?otp_type=ONE_TAP&cta_display_name=Autofill&package_name=com.example.app&signature_hash=K8a%2FAINcGX7"
                        + "&code=otp{{1}}'}]}]"));
        assertThat(form.draft().components())
                .isEqualTo(json("[{'type':'BODY','add_security_recommendation':true},"
                        + "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'ONE_TAP','supported_apps':"
                        + "[{'package_name':'com.example.app','signature_hash':'K8a/AINcGX7'}]}]}]"));
    }

    @Test
    void showsAsJsonWhatItsFieldsCannotHold() throws JsonProcessingException {
        var unlike = json("[{'type':'BODY','text':'Hi.'},{'type':'CAROUSEL','cards':[{'components':[" + PRODUCT
                + "]},{'components':[{'type':'HEADER','format':'PRODUCT'}]}]}]");
        var form = read("MARKETING", unlike);
        assertThat(form.getLayout()).isEqualTo(TemplateForm.Layout.PLAIN);
        assertThat(form.getMore()).contains("CAROUSEL");
        assertThat(form.draft().components()).isEqualTo(unlike);
    }

    @Test
    void keepsHowLongMetaTries() throws JsonProcessingException {
        var form = new TemplateForm();
        form.read(new TemplateDraft("a", "UTILITY", "en", null, json("[{'type':'BODY','text':'Hi.'}]"), 600L));
        assertThat(form.draft().ttlSeconds()).isEqualTo(600L);
        form.setTtl("soon");
        assertThat(form.isTtlWrong()).isTrue();
    }

    @Test
    void givesAllCardsTheSameButtons() {
        var form = new CarouselForm();
        form.getCards().get(0).getButtons().get(0).setText("More");
        form.setSecondKind("URL");
        form.add();
        assertThat(form.getCards())
                .allSatisfy(card -> assertThat(card.getButtons())
                        .extracting(ButtonField::getKind)
                        .containsExactly("QUICK_REPLY", "URL"));
        form.setFirstKind("URL");
        form.setSecondKind("NONE");
        assertThat(form.getCards())
                .allSatisfy(card -> assertThat(card.getButtons()).hasSize(1));
        assertThat(form.getCards().get(0).getButtons().get(0).getText()).isEqualTo("More");
    }

    @Test
    void hasTwoToTenCards() {
        var form = new CarouselForm();
        form.remove(0);
        assertThat(form.getCards()).hasSize(2);
        for (int i = 0; i < 12; i++) {
            form.add();
        }
        assertThat(form.getCards()).hasSize(10);
        assertThat(form.isFull()).isTrue();
        var last = form.getCards().get(9);
        form.forward(9);
        assertThat(form.getCards().get(8)).isSameAs(last);
    }

    @Test
    void makesACarouselAndAnOfferThatMetaTakes() {
        var form = new TemplateForm();
        form.setName("spring");
        form.setCategory("MARKETING");
        form.getBody().setText("Look at what our weavers made for you this spring.");
        form.setLayout(TemplateForm.Layout.CAROUSEL);
        for (var card : form.getCarousel().getCards()) {
            card.getMedia().setHandle("4::a");
            card.getBody().setText("A shawl in red.");
            card.getButtons().get(0).setText("More");
        }
        assertThat(DraftRules.check(form.draft())).isEmpty();

        form.setLayout(TemplateForm.Layout.OFFER);
        form.getOffer().setText("Until Friday");
        form.getOffer().getCode().setValue("SPRING20");
        form.getOffer().getLink().setText("Shop");
        form.getOffer().getLink().setValue("https://example.com");
        assertThat(DraftRules.check(form.draft())).isEmpty();
        assertThat(form.draft().shape().offer()).isEqualTo(new Offer("Until Friday", true));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return Json.mapper().readTree(text.replace('\'', '"'));
    }

    private static TemplateForm read(String category, JsonNode components) {
        var form = new TemplateForm();
        form.read(new TemplateDraft("a", category, "en", null, components, null));
        return form;
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
