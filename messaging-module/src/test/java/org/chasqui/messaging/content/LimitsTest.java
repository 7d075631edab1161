package org.chasqui.messaging.content;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Meta's limits, one row for each: at the limit it passes, one over it is refused with field and limit. */
class LimitsTest {
    @TestFactory
    Stream<DynamicTest> everySampleIsTaken() {
        return Samples.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(),
                        () -> assertThatCode(
                                        () -> MessageContent.check(Samples.typeOf(sample.getKey()), sample.getValue()))
                                .doesNotThrowAnyException()));
    }

    @ParameterizedTest(name = "{1} of {0} has at most {2} characters")
    @CsvSource({
        "text,                      /body,                                       4096, text.body",
        "image,                     /caption,                                    1024, image.caption",
        "video,                     /caption,                                    1024, video.caption",
        "document,                  /caption,                                    1024, document.caption",
        "document,                  /filename,                                    240, document.filename",
        "interactive button,        /body/text,                                  1024, interactive.body.text",
        "interactive list,          /body/text,                                  4096, interactive.body.text",
        "interactive button,        /header/text,                                  60, interactive.header.text",
        "interactive button,        /footer/text,                                  60, interactive.footer.text",
        "interactive button,        /action/buttons/0/reply/id,                   256, interactive.action.buttons[0].reply.id",
        "interactive button,        /action/buttons/0/reply/title,                 20, interactive.action.buttons[0].reply.title",
        "interactive list,          /action/button,                                20, interactive.action.button",
        "interactive list,          /action/sections/0/title,                      24, interactive.action.sections[0].title",
        "interactive list,          /action/sections/0/rows/0/id,                 200, interactive.action.sections[0].rows[0].id",
        "interactive list,          /action/sections/0/rows/0/title,               24, interactive.action.sections[0].rows[0].title",
        "interactive list,          /action/sections/0/rows/0/description,         72, interactive.action.sections[0].rows[0].description",
        "interactive cta_url,       /action/parameters/display_text,               20, interactive.action.parameters.display_text",
        "interactive flow,          /action/parameters/flow_cta,                   30, interactive.action.parameters.flow_cta",
        "interactive product_list,  /action/sections/0/title,                      24, interactive.action.sections[0].title",
        "interactive catalog_message, /body/text,                                1024, interactive.body.text",
        "interactive voice_call,    /action/parameters/display_text,               20, interactive.action.parameters.display_text",
        "interactive carousel,      /body/text,                                  1024, interactive.body.text",
        "interactive carousel,      /action/cards/1/body/text,                    160, interactive.action.cards[1].body.text",
        "interactive carousel,      /action/cards/0/action/parameters/display_text, 20, interactive.action.cards[0].action.parameters.display_text",
        "template text body,        /name,                                        512, template.name",
        "template text body,        /components/0/parameters/0/text,            32768, template.components[0].parameters[0].text",
        "template copy code,        /components/0/parameters/0/coupon_code,        20, template.components[0].parameters[0].coupon_code",
        "template mpm button,       /components/0/parameters/0/action/sections/0/title, 24, template.components[0].parameters[0].action.sections[0].title",
    })
    void aTextHasItsLength(String sample, String at, int most, String field) {
        assertTaken(sample, with(sample, at, "x".repeat(most)));
        assertRefused(
                sample, with(sample, at, "x".repeat(most + 1)), field, "has " + (most + 1) + " characters", "" + most);
        assertRefused(sample, with(sample, at, " "), field, "must not be empty");
    }

    @ParameterizedTest(name = "{1} of {0} has {2} to {3} items")
    @CsvSource({
        "contacts,                '',                                                       1, 257, contacts",
        "interactive list,        /action/sections,                                         1,  10, interactive.action.sections",
        "interactive product_list, /action/sections,                                        1,  10, interactive.action.sections",
        "interactive product_list, /action/sections/0/product_items,                        1,  30, interactive.action.sections[0].product_items",
        "template carousel,       /components/0/cards,                                      1,  10, template.components[0].cards",
        "template mpm button,     /components/0/parameters/0/action/sections,               1,  10, template.components[0].parameters[0].action.sections",
        "template url button,     /components/0/parameters,                                 1,   1, template.components[0].parameters",
        "template offer,          /components/0/parameters,                                 1,   1, template.components[0].parameters",
    })
    void aListHasItsItems(String sample, String at, int least, int most, String field) {
        assertRefused(sample, repeated(sample, at, least - 1), field, "has " + (least - 1) + " items");
        assertRefused(sample, repeated(sample, at, most + 1), field, "has " + (most + 1) + " items", "" + most);
        if (!sample.contains("list")) {
            assertTaken(sample, repeated(sample, at, most));
        }
    }

    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "text|''|{'body':'a','colour':'red'}|text.colour|is not known; known are body, preview_url",
                "text|/body|7|text.body|must be a text, but is a number",
                "text|/preview_url|'yes'|text.preview_url|must be true or false",
                "text|''|'Hello'|text|must be an object, but is a text",
                "text|''|{}|text.body|is required",
                "image|/caption|['a']|image.caption|must be a text, but is an array",
                "image|''|{'caption':'a'}|image|needs an id or a link",
                "image|/id|'12'|image|either an id or a link",
                "image|/link|'ftp://example.com/a'|image.link|must be an http or https address",
                "image|/link|'https://'|image.link|must be an http or https address",
                "image by id|/id|'../etc'|image.id|id of an upload",
                "audio|/voice|'true'|audio.voice|must be true or false",
                "audio|/caption|'a'|audio.caption|is not known",
                "sticker|/caption|'a'|sticker.caption|is not known",
                "location|/latitude|90.01|location.latitude|from -90 to 90",
                "location|/longitude|'-180.5'|location.longitude|from -180 to 180",
                "location|/latitude|'NaN'|location.latitude|number of degrees",
                "location|/latitude|'north'|location.latitude|number of degrees",
                "location|/latitude|null|location.latitude|is required",
                "contacts|''|{}|contacts|must be an array",
                "contacts|/0/name|{'formatted_name':'Ana'}|contacts[0].name|needs one more of",
                "contacts|/0/name|{'first_name':'Ana'}|contacts[0].name.formatted_name|is required",
                "contacts|/0/phones|{'phone':'1'}|contacts[0].phones|must be an array",
                "contacts|/0/phones/0|{'wa_id':'1'}|contacts[0].phones[0].phone|is required",
                "contacts|/0/birthday|'31.12.1990'|contacts[0].birthday|such as 1990-12-31",
                "contacts|/0/nickname|'A'|contacts[0].nickname|is not known",
                "reaction|/emoji|'yes'|reaction.emoji|one emoji",
                "reaction|''|{'emoji':'👍'}|reaction.message_id|is required",
                "reaction|''|{'message_id':'wamid.a'}|reaction.emoji|is required",
                "interactive button|/type|'buttons'|interactive.type|must be one of",
                "interactive button|/body|null|interactive.body|is required",
                "interactive button|/action/buttons/1/reply/id|'y'|interactive.action.buttons[1].reply.id|each must be another",
                "interactive button|/action/buttons/1/reply/title|'Yes'|interactive.action.buttons[1].reply.title|each must be another",
                "interactive button|/action/buttons|[]|interactive.action.buttons|has 0 items; WhatsApp takes 1 to 3",
                "interactive button|/header|{'type':'audio'}|interactive.header.type|must be one of document, image, text, video",
                "interactive button|/header|{'type':'image'}|interactive.header.image|is required",
                "interactive list|/header|{'type':'image','image':{'id':'1'}}|interactive.header.type|must be one of text",
                "interactive cta_url|/action/parameters/url|'example.com'|interactive.action.parameters.url|http or https",
                "interactive cta_url|/action/name|'open'|interactive.action.name|must be one of cta_url",
                "interactive flow|/action/parameters/flow_name|'f'|interactive.action.parameters|either flow_id or flow_name",
                "interactive flow|/action/parameters/flow_message_version|'2'|interactive.action.parameters.flow_message_version|one of 3",
                "interactive flow|/action/parameters/flow_action_payload/data|{}|interactive.action.parameters.flow_action_payload.data|must not be empty",
                "interactive product|/header|{'type':'text','text':'h'}|interactive.header|has no place",
                "interactive product_list|/header|null|interactive.header|is required",
                "interactive location_request_message|/footer|{'text':'f'}|interactive.footer|has no place",
                "interactive location_request_message|/header|{'type':'text','text':'f'}|interactive.header|has no place",
                "interactive address_message|/action/parameters/values/in_pin_code|'4000'|interactive.action.parameters.values.in_pin_code|6 digits",
                "interactive voice_call|/action/parameters/ttl_minutes|43201|interactive.action.parameters.ttl_minutes|from 1 to 43200",
                "interactive carousel|/action/cards/1/body/text|'a\\nb\\nc\\nd'|interactive.action.cards[1].body.text|has 3 line breaks",
                "interactive carousel|/action/cards/1/header|{'type':'video','video':{'id':'1'}}|interactive.action.cards[1].header.type|all cards must have the same",
                "interactive carousel|/action/cards/1/card_index|0|interactive.action.cards[1].card_index|must be from 1 to 1",
                "interactive carousel|/header|{'type':'text','text':'f'}|interactive.header|has no place",
                "template plain|/language|'en'|template.language|must be an object",
                "template plain|/colour|'red'|template.colour|known are components, language, name, namespace",
                "template plain|/components|{}|template.components|must be an array",
                "template text body|/components/0/type|'foot'|template.components[0].type|must be one of",
                "template text body|/components/0/parameters/1/parameter_name|'Order'|template.components[0].parameters[1].parameter_name|lower-case",
                "template text body|/components/0/parameters/0/type|'image'|template.components[0].parameters[0].type|must be one of",
                "template url button|/components/0/index|'10'|template.components[0].index|from 0 to 9",
                "template url button|/components/0/sub_type|'link'|template.components[0].sub_type|must be one of",
                "template copy code|/components/0/parameters/0/coupon_code|'25-OFF'|template.components[0].parameters[0].coupon_code|letters and digits",
                "template offer|/components/0/parameters/0/limited_time_offer/expiration_time_ms|'soon'|template.components[0].parameters[0].limited_time_offer.expiration_time_ms|whole number",
            })
    void whatMetaWouldRefuseIsRefusedWithItsPlace(String sample, String at, String value, String field, String words) {
        assertRefused(sample, replaced(sample, at, Samples.json(value)), field, words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a.jpg",
                "HTTPS://example.com:8443/a%20b.jpg?x=1#y",
                "https://my_bucket.s3.amazonaws.com/a.jpg",
                "https://[2001:db8::1]/a.jpg",
                "https://пример.рф/файл.jpg"
            })
    void aLinkIsAnyWebAddress(String link) {
        assertTaken("image", with("image", "/link", link));
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,true", "3,true", "4,false"})
    void aMessageHasOneToThreeButtons(int count, boolean taken) {
        var content = (ObjectNode) Samples.of("interactive button");
        var buttons = ((ObjectNode) content.get("action")).putArray("buttons");
        for (int i = 0; i < count; i++) {
            buttons.addObject()
                    .put("type", "reply")
                    .putObject("reply")
                    .put("id", "id " + i)
                    .put("title", "title " + i);
        }
        assertCount("interactive button", content, taken, "interactive.action.buttons", "1 to 3");
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,true", "10,true", "11,false"})
    void aCarouselHasTwoToTenCards(int count, boolean taken) {
        var content = Samples.of("interactive carousel");
        var cards = (ArrayNode) content.at("/action/cards");
        var card = cards.get(0);
        cards.removeAll();
        for (int i = 0; i < count; i++) {
            ObjectNode next = card.deepCopy();
            cards.add(next.put("card_index", i));
        }
        assertCount("interactive carousel", content, taken, "interactive.action.cards", "2 to 10");
    }

    @ParameterizedTest
    @CsvSource({"30,true", "31,false"})
    void productsOfAllSectionsAreCountedTogether(int count, boolean taken) {
        var content = (ObjectNode) Samples.of("interactive product_list");
        var sections = ((ObjectNode) content.get("action")).putArray("sections");
        for (int s = 0; s < 2; s++) {
            var items = sections.addObject().put("title", "s" + s).putArray("product_items");
            for (int i = 0; i < (s == 0 ? 15 : count - 15); i++) {
                items.addObject().put("product_retailer_id", "p" + s + i);
            }
        }
        assertCount("interactive product_list", content, taken, "interactive.action.sections", "at most 30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interactive list", "interactive product_list", "template mpm button"})
    void sectionsNeedATitleAsSoonAsThereAreTwo(String sample) {
        var content = Samples.of(sample);
        var sections = (ArrayNode) content.findValue("sections");
        ((ObjectNode) sections.get(0)).remove("title");
        assertTaken(sample, content);

        sections.add(sections.get(0).deepCopy());

        assertThatThrownBy(() -> MessageContent.check(Samples.typeOf(sample), content))
                .hasMessageContaining("sections[0].title: is required");
    }

    @ParameterizedTest
    @CsvSource({"3,3", "4,4"})
    void rowsOfAllSectionsAreCountedTogether(int sections, int rows) {
        var list = (ObjectNode) Samples.of("interactive list");
        var all = ((ObjectNode) list.get("action")).putArray("sections");
        for (int s = 0; s < sections; s++) {
            var section = all.addObject().put("title", "s" + s);
            var into = section.putArray("rows");
            for (int r = 0; r < rows; r++) {
                into.addObject().put("id", s + "-" + r).put("title", "t");
            }
        }
        if (sections * rows <= 10) {
            assertTaken("interactive list", list);
        } else {
            assertRefused("interactive list", list, "interactive.action.sections", "16 rows together", "10");
        }
    }

    @ParameterizedTest
    @CsvSource({"15,true", "16,false"})
    void aOneTimeCodeHasFifteenCharacters(int length, boolean taken) {
        var code = with("template url button", "/components/0/parameters/0/text", "1".repeat(length));
        if (taken) {
            assertThatCode(() -> TemplateContent.checkAuthentication(code)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> TemplateContent.checkAuthentication(code))
                    .hasMessageContaining("template.components[0].parameters[0].text: has 16 characters");
        }
    }

    private static void assertCount(String sample, JsonNode content, boolean taken, String field, String limit) {
        if (taken) {
            assertTaken(sample, content);
        } else {
            assertRefused(sample, content, field, limit);
        }
    }

    private static void assertTaken(String sample, JsonNode content) {
        assertThatCode(() -> MessageContent.check(Samples.typeOf(sample), content))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(String sample, JsonNode content, String field, String... words) {
        assertThatThrownBy(() -> MessageContent.check(Samples.typeOf(sample), content))
                .hasMessageStartingWith(field + ": ")
                .hasMessageContainingAll(words);
    }

    private static JsonNode with(String sample, String at, String text) {
        return replaced(sample, at, TextNode.valueOf(text));
    }

    private static JsonNode replaced(String sample, String at, JsonNode value) {
        var content = Samples.of(sample);
        if (at.isEmpty() || at.equals("''")) {
            return value;
        }
        var parent = content.at(at.substring(0, at.lastIndexOf('/')));
        var name = at.substring(at.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
        return content;
    }

    private static JsonNode repeated(String sample, String at, int times) {
        var content = Samples.of(sample);
        var list = (ArrayNode) content.at(at);
        var first = list.get(0);
        list.removeAll();
        for (int i = 0; i < times; i++) {
            list.add(first.deepCopy());
        }
        return content;
    }
}
