package org.chasqui.templates.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.templates.definition.Drafts.body;
import static org.chasqui.templates.definition.Drafts.draft;
import static org.chasqui.templates.definition.Drafts.json;
import static org.chasqui.templates.definition.Drafts.marketing;
import static org.chasqui.templates.definition.Drafts.utility;

import java.util.List;
import org.chasqui.platform.failure.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftRulesTest {
    private static final String HELLO = body("Hello, your order is ready.");

    @Test
    void takesAPlainTemplate() {
        assertThat(faults(utility("[" + HELLO + "]"))).isEmpty();
    }

    @Test
    void takesEverythingThatMetaHasInOneTemplate() {
        assertThat(faults(marketing("""
                [{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::aW1h']}},
                 {'type':'BODY','text':'Hi {{first_name}}, we have kept {{item}} for you until Friday.',
                  'example':{'body_text_named_params':[{'param_name':'first_name','example':'Ana'},
                                                       {'param_name':'item','example':'the red shawl'}]}},
                 {'type':'FOOTER','text':'Casa Adire'},
                 {'type':'BUTTONS','buttons':[
                    {'type':'QUICK_REPLY','text':'Yes'},{'type':'QUICK_REPLY','text':'Stop promotions'},
                    {'type':'URL','text':'See it','url':'https://example.com/i/{{1}}','example':['https://example.com/i/7']},
                    {'type':'PHONE_NUMBER','text':'Call','phone_number':'+15551234567'},
                    {'type':'COPY_CODE','example':'SPRING20'},
                    {'type':'FLOW','text':'Measure','flow_id':'123','flow_action':'navigate','navigate_screen':'START'},
                    {'type':'CATALOG','text':'View catalog'},{'type':'VOICE_CALL','text':'Call us here'}]}]"""))).isEmpty();
    }

    @Test
    void takesACarouselAndAnOfferAndAOneTimeCode() {
        var card = "{'components':[{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::a']}},"
                + "{'type':'BODY','text':'A shawl in red.'},"
                + "{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'More'}]}]}";
        assertThat(faults(marketing("[" + HELLO + ",{'type':'CAROUSEL','cards':[" + card + "," + card + "]}]")))
                .isEmpty();
        assertThat(faults(marketing("[{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::a']}}," + HELLO
                        + ",{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Ends soon','has_expiration':true}},"
                        + "{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':'A1'},"
                        + "{'type':'URL','text':'Shop','url':'https://example.com'}]}]")))
                .isEmpty();
        assertThat(faults(code("{'type':'OTP','otp_type':'COPY_CODE'}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ORDER,false", "order-ready,false", "order_ready_2,true", "'',false"})
    void knowsWhichNamesMetaTakes(String name, boolean isGood) {
        var draft = new TemplateDraft(name, "UTILITY", "en_US", null, json("[" + HELLO + "]"), null);
        assertThat(DraftRules.check(draft).isEmpty()).isEqualTo(isGood);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{1}} is ready for you now, thank you.|begins or ends",
                "Your order is ready, thank you {{1}}|begins or ends",
                "Dear {{1}} {{2}}, your order is ready now, thank you.|side by side",
                "Hi {{1}}, it is {{3}} that waits here for you now.|without a gap",
                "Hi {1}, your order is ready.|no variable",
                "Hi {{1}}, {{2}}.|too many variables",
                "Hi {{1}}, your order {{item}} is ready for you now.|mixes"
            })
    void refusesVariablesAsMetaDoes(String text, String words) {
        assertThat(messages(utility("[" + body(text) + "]"))).anyMatch(message -> message.contains(words));
    }

    @Test
    void wantsASampleForEachVariable() {
        assertThat(faults(utility("[{'type':'BODY','text':'Hi {{1}}, your order {{2}} is ready now.',"
                        + "'example':{'body_text':[['Ana']]}}]")))
                .extracting(FieldError::field)
                .containsExactly("components[0].example.body_text");
        assertThat(faults(utility("[{'type':'BODY','text':'Hi {{name}}, your order is ready now.'}]")))
                .extracting(FieldError::field)
                .containsExactly("components[0].example.body_text_named_params");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'URL','text':'See','url':'https://{{1}}.example.com','example':['x']}",
                "{'type':'URL','text':'See','url':'https://example.com/{{1}}'}",
                "{'type':'URL','text':'See','url':'https://example.com/{{1}}/x','example':['x']}",
                "{'type':'URL','text':'See','url':'ftp://example.com'}",
                "{'type':'QUICK_REPLY','text':'A label with far more than 25 characters'}",
                "{'type':'QUICK_REPLY'}",
                "{'type':'PHONE_NUMBER','text':'Call','phone_number':'call me'}",
                "{'type':'COPY_CODE','example':'SIXTEEN-LETTERS-'}",
                "{'type':'FLOW','text':'Go','flow_id':'1','flow_name':'x'}",
                "{'type':'OTP','otp_type':'COPY_CODE'}",
                "{'type':'TELEPORT','text':'Go'}"
            })
    void refusesAButtonThatMetaRefuses(String button) {
        assertThat(faults(marketing("[" + HELLO + ",{'type':'BUTTONS','buttons':[" + button + "]}]")))
                .isNotEmpty()
                .allMatch(fault -> fault.field().startsWith("components[1].buttons[0]"));
    }

    @Test
    void refusesQuickRepliesBetweenOthers() {
        assertThat(messages(marketing("[" + HELLO + ",{'type':'BUTTONS','buttons':["
                        + "{'type':'QUICK_REPLY','text':'A'},{'type':'URL','text':'B','url':'https://example.com'},"
                        + "{'type':'QUICK_REPLY','text':'C'}]}]")))
                .anyMatch(message -> message.contains("group them"));
    }

    @Test
    void refusesTextsThatAreTooLongAtTheFirstCharacterTooMany() {
        assertThat(faults(utility("[" + body("x".repeat(1024)) + "]"))).isEmpty();
        assertThat(faults(utility("[" + body("x".repeat(1025)) + "]"))).hasSize(1);
        assertThat(faults(utility("[{'type':'HEADER','format':'TEXT','text':'" + "x".repeat(61) + "'}," + HELLO + "]")))
                .hasSize(1);
        assertThat(faults(utility("[" + HELLO + ",{'type':'FOOTER','text':'" + "x".repeat(61) + "'}]")))
                .hasSize(1);
    }

    @Test
    void refusesCardsThatAreMadeDifferently() {
        var image = "{'components':[{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::a']}}]}";
        var video = image.replace("IMAGE", "VIDEO");
        assertThat(messages(marketing("[" + HELLO + ",{'type':'CAROUSEL','cards':[" + image + "," + video + "]}]")))
                .anyMatch(message -> message.contains("differs from the first card"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'BODY','text':'A'},{'type':'BODY','text':'B'}|second BODY",
                "{'type':'FOOTER','text':'A'}|no place in a card",
                "{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':'A1'}]}|cards take"
            })
    void refusesWhatCardsCannotHold(String parts, String words) {
        var card = "{'components':[{'type':'HEADER','format':'PRODUCT'}," + parts + "]}";
        assertThat(messages(marketing("[" + HELLO + ",{'type':'CAROUSEL','cards':[" + card + "," + card + "]}]")))
                .anyMatch(message -> message.contains(words));
    }

    @Test
    void keepsCarouselsAndOffersToMarketingAndWantsALinkForAnOffer() {
        var card = "{'components':[{'type':'HEADER','format':'PRODUCT'}]}";
        assertThat(messages(utility("[" + HELLO + ",{'type':'CAROUSEL','cards':[" + card + "," + card + "]}]")))
                .containsExactly("is for the category MARKETING only.");
        assertThat(messages(
                        marketing("[" + HELLO + ",{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Now'}},"
                                + "{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':'A1'}]}]")))
                .anyMatch(message -> message.contains("URL button"));
    }

    @Test
    void letsMetaWriteOneTimeCodes() {
        assertThat(messages(draft("AUTHENTICATION", "[{'type':'BODY','text':'Your code is {{1}}.'}]")))
                .anyMatch(message -> message.contains("written by Meta"))
                .anyMatch(message -> message.contains("OTP"));
        assertThat(messages(code("{'type':'OTP','otp_type':'ONE_TAP','supported_apps':"
                        + "[{'package_name':'com.example','signature_hash':'short'}]}")))
                .anyMatch(message -> message.contains("has 11"));
        assertThat(messages(code("{'type':'OTP','otp_type':'ZERO_TAP','supported_apps':"
                        + "[{'package_name':'com.example.app','signature_hash':'K8a/AINcGX7'}]}")))
                .anyMatch(message -> message.contains("terms"));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION,29,false", "AUTHENTICATION,30,true", "AUTHENTICATION,901,false", "AUTHENTICATION,-1,true",
        "MARKETING,43199,false", "MARKETING,43200,true", "MARKETING,-1,false", "UTILITY,43201,false"
    })
    void knowsHowLongMetaTries(String category, long ttl, boolean isGood) {
        var components = category.equals("AUTHENTICATION")
                ? "[{'type':'BODY'},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}]"
                : "[" + HELLO + "]";
        var draft = new TemplateDraft("a", category, "en", null, json(components), ttl);
        assertThat(DraftRules.check(draft).isEmpty()).isEqualTo(isGood);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "[1,'x',null]", "[{'type':[]}]", "[{'type':'BODY','text':5}]", "'x'"})
    void saysWhatIsWrongWithNonsenseInsteadOfFailing(String components) {
        assertThat(faults(utility(components))).isNotEmpty();
    }

    private static TemplateDraft code(String button) {
        return draft(
                "AUTHENTICATION",
                "[{'type':'BODY','add_security_recommendation':true},{'type':'FOOTER','code_expiration_minutes':10},"
                        + "{'type':'BUTTONS','buttons':[" + button + "]}]");
    }

    private static List<FieldError> faults(TemplateDraft draft) {
        return DraftRules.check(draft);
    }

    private static List<String> messages(TemplateDraft draft) {
        return faults(draft).stream().map(FieldError::message).toList();
    }
}
