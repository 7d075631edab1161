package org.chasqui.templates.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.templates.definition.Drafts.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.chasqui.templates.definition.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterCheckTest {
    private static final Shape ORDER = Shape.of(json("""
            [{'type':'HEADER','format':'TEXT','text':'Order {{1}}'},
             {'type':'BODY','text':'Hi {{1}}, your order is {{2}}.'},
             {'type':'FOOTER','text':'Casa Adire'},
             {'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Fine'},
               {'type':'URL','text':'Track','url':'https://example.com/{{1}}'},
               {'type':'PHONE_NUMBER','text':'Call','phone_number':'+15551234567'}]}]"""));
    private static final String HEADER = "{'type':'header','parameters':[{'type':'text','text':'17'}]}";
    private static final String BODY =
            "{'type':'body','parameters':[{'type':'text','text':'Ana'},{'type':'text','text':'ready'}]}";
    private static final String TRACK =
            "{'type':'button','sub_type':'url','index':'1','parameters':[{'type':'text','text':'17'}]}";

    @Test
    void takesWhatFits() {
        assertThat(check(ORDER, HEADER, BODY, TRACK)).isEmpty();
        assertThat(
                        check(
                                ORDER,
                                HEADER,
                                BODY,
                                TRACK,
                                "{'type':'button','sub_type':'quick_reply','index':0,'parameters':[{'type':'payload','payload':'x'}]}"))
                .isEmpty();
    }

    @Test
    void namesTheComponentAndTheIndexOfEachFault() {
        assertThat(check(ORDER, HEADER, "{'type':'body','parameters':[{'type':'text','text':'Ana'}]}", TRACK))
                .containsExactly(
                        "template.components[1] the body of the template has 2 variable(s) [1, 2], but 1 parameter(s) were"
                                + " given.");
        assertThat(check(ORDER, BODY, TRACK))
                .containsExactly(
                        "template.components the header of the template has 1 variable(s) [1], but 0 parameter(s) were"
                                + " given.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'button','sub_type':'url','index':'3','parameters':[{'type':'text','text':'x'}]}|is for the button 3",
                "{'type':'button','sub_type':'url','index':'0','parameters':[{'type':'text','text':'x'}]}|is a quick_reply",
                "{'type':'button','sub_type':'phone_number','index':2,'parameters':[{'type':'text','text':'x'}]}|takes none",
                "{'type':'button','sub_type':'url','index':1,'parameters':[{'type':'text','text':'x'}]}|second one",
                "{'type':'carousel','cards':[]}|is a carousel",
                "{'type':'limited_time_offer','parameters':[]}|limited-time offer",
                "{'type':'body','parameters':[]}|second body",
                "{'type':'footer','parameters':[{'type':'text','text':'x'}]}|takes no parameters"
            })
    void refusesWhatTheTemplateHasNoPlaceFor(String extra, String words) {
        assertThat(check(ORDER, HEADER, BODY, TRACK, extra)).anyMatch(fault -> fault.contains(words));
    }

    @Test
    void wantsAParameterForEachButtonThatNeedsOne() {
        assertThat(check(ORDER, HEADER, BODY)).singleElement().asString().contains("button 1 (url)");
        var coupon =
                Shape.of(json("[{'type':'BODY','text':'Hi'},{'type':'BUTTONS','buttons':[{'type':'COPY_CODE'}]}]"));
        assertThat(check(coupon)).singleElement().asString().contains("coupon_code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMAGE", "VIDEO", "DOCUMENT", "LOCATION", "PRODUCT"})
    void wantsTheHeaderOfItsKind(String format) {
        var shape = Shape.of(json("[{'type':'HEADER','format':'" + format + "'},{'type':'BODY','text':'Hi'}]"));
        var kind = format.toLowerCase(Locale.ROOT);
        assertThat(check(shape, "{'type':'header','parameters':[{'type':'" + kind + "','" + kind + "':{}}]}"))
                .isEmpty();
        assertThat(check(shape, "{'type':'header','parameters':[{'type':'text','text':'x'}]}"))
                .singleElement()
                .asString()
                .contains(kind);
        assertThat(check(shape)).singleElement().asString().contains("exactly one");
    }

    @Test
    void matchesNamedParametersByName() {
        var named = Shape.of(json("[{'type':'BODY','text':'Hi {{name}}, take {{item}} now.'}]"));
        assertThat(check(
                        named,
                        "{'type':'body','parameters':[{'type':'text','parameter_name':'item','text':'a'},"
                                + "{'type':'text','parameter_name':'name','text':'b'}]}"))
                .isEmpty();
        assertThat(
                        check(
                                named,
                                "{'type':'body','parameters':[{'type':'text','parameter_name':'who','text':'a'},{'type':'text','text':'b'}]}"))
                .hasSize(2);
        assertThat(check(
                        named,
                        "{'type':'body','parameters':[{'type':'text','parameter_name':'name','text':'a'},"
                                + "{'type':'text','parameter_name':'name','text':'b'}]}"))
                .singleElement()
                .asString()
                .contains("second one");
    }

    @Test
    void countsWhatThePersonWouldRead() {
        var shape = Shape.of(json("[{'type':'BODY','text':'Hi {{1}}, all is well.'}]"));
        assertThat(check(shape, text("x".repeat(1007)))).isEmpty();
        assertThat(check(shape, text("x".repeat(1008))))
                .singleElement()
                .asString()
                .contains("1024");
        assertThat(check(shape, text("two\\nlines"))).singleElement().asString().contains("line break");
    }

    @Test
    void looksIntoEachCard() {
        var card = "{'components':[{'type':'HEADER','format':'IMAGE'},{'type':'BODY','text':'For {{1}} only.'},"
                + "{'type':'BUTTONS','buttons':[{'type':'URL','text':'See','url':'https://example.com/{{1}}'}]}]}";
        var shape = Shape.of(
                json("[{'type':'BODY','text':'Look'},{'type':'CAROUSEL','cards':[" + card + "," + card + "]}]"));
        var good = "{'type':'header','parameters':[{'type':'image','image':{'id':'1'}}]},"
                + "{'type':'body','parameters':[{'type':'text','text':'Ana'}]},"
                + "{'type':'button','sub_type':'url','index':0,'parameters':[{'type':'text','text':'x'}]}";
        assertThat(check(shape, cards(good, good))).isEmpty();
        assertThat(check(shape)).singleElement().asString().contains("2 cards");
        assertThat(check(shape, cards(good))).singleElement().asString().contains("has 1 cards");
        assertThat(check(shape, cards(good, good.replace("'image'", "'video'"))))
                .singleElement()
                .asString()
                .startsWith("template.components[0].cards[1].components[0].parameters[0]");
    }

    @Test
    void wantsTheEndOfAnOfferAndTheCodeTwice() {
        var offer = Shape.of(json("[{'type':'BODY','text':'Hi'},{'type':'LIMITED_TIME_OFFER','limited_time_offer':"
                + "{'text':'Now','has_expiration':true}}]"));
        assertThat(check(offer)).singleElement().asString().contains("expiration_time_ms");
        var code = Shape.of(
                json("[{'type':'BODY'},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}]"));
        assertThat(check(code, text("123456"))).singleElement().asString().contains("the code");
        assertThat(
                        check(
                                code,
                                text("123456"),
                                "{'type':'button','sub_type':'url','index':'0','parameters':[{'type':'text','text':'123456'}]}"))
                .isEmpty();
    }

    /** Whatever is sent is judged, never a failure; and what a template's own shape asks for is always taken. */
    @Test
    void judgesWhateverIsSent() {
        var random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            assertThat(ParameterCheck.check(ORDER, noise(random, 3))).isNotEmpty();
        }
    }

    private static JsonNode noise(Random random, int depth) {
        var nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.textNode(List.of("body", "header", "button", "x").get(random.nextInt(4)));
            case 2 -> nodes.numberNode(random.nextInt(4));
            case 3 -> {
                var list = nodes.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(noise(random, depth - 1));
                }
                yield list;
            }
            default -> {
                var object = nodes.objectNode();
                for (var name : List.of("type", "parameters", "index", "cards", "text", "sub_type")) {
                    if (random.nextBoolean()) {
                        object.set(name, noise(random, depth - 1));
                    }
                }
                yield object;
            }
        };
    }

    private static String text(String value) {
        return "{'type':'body','parameters':[{'type':'text','text':'" + value + "'}]}";
    }

    private static String cards(String... cards) {
        var list = new ArrayList<String>();
        for (int i = 0; i < cards.length; i++) {
            list.add("{'card_index':" + i + ",'components':[" + cards[i] + "]}");
        }
        return "{'type':'carousel','cards':[" + String.join(",", list) + "]}";
    }

    private static List<String> check(Shape shape, String... components) {
        return ParameterCheck.check(shape, json("[" + String.join(",", components) + "]")).stream()
                .map(fault -> fault.field() + " " + fault.message())
                .toList();
    }
}
