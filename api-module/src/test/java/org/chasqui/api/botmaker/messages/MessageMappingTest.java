package org.chasqui.api.botmaker.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.chasqui.api.botmaker.notes.Outgoing;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageMappingTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    /** As it stands in a body: as the only one of {@code messages}. */
    private static List<Outgoing> mapped(String entry) {
        var body = (ObjectNode) tree("{'messages':[" + entry + "]}");
        return MessageMapping.of(Arguments.of(body).objects("messages").get(0));
    }

    private static void assertMapped(String entry, String type, String content) {
        assertThat(mapped(entry)).singleElement().satisfies(part -> {
            assertThat(part.type()).isEqualTo(type);
            // Numbers are compared by what they are worth.
            assertThat(tree(part.content().toString())).isEqualTo(tree(content));
        });
    }

    @Test
    @Covers({"S2-10", "S2-12"})
    void aTextKeepsItsFormatting() {
        assertMapped(
                "{'text':'_like this_ *like this* ~like this~ ```like this```'}",
                "text",
                "{'body':'_like this_ *like this* ~like this~ ```like this```','preview_url':true}");
    }

    @Test
    @Covers("S2-10")
    void threeButtonsAreButtonsAndTheIntentComesBack() {
        assertMapped(
                "{'text':'Yes?','buttons':[{'label':'Yes','intent':'order-yes'},{'label':'No'}]}",
                "interactive",
                "{'type':'button','body':{'text':'Yes?'},'action':{'buttons':["
                        + "{'type':'reply','reply':{'id':'order-yes','title':'Yes'}},"
                        + "{'type':'reply','reply':{'id':'No','title':'No'}}]}}");
    }

    @Test
    void fourButtonsAreAList() {
        assertMapped(
                "{'text':'Which?','buttons':[{'label':'A'},{'label':'B'},{'label':'C'},{'label':'D','intent':'d'}]}",
                "interactive",
                "{'type':'list','body':{'text':'Which?'},'action':{'button':'☰','sections':[{'rows':["
                        + "{'id':'A','title':'A'},{'id':'B','title':'B'},{'id':'C','title':'C'},"
                        + "{'id':'d','title':'D'}]}]}}");
    }

    @ParameterizedTest
    @Covers("S2-10")
    @CsvSource({
        "image/jpeg, image",
        "image/png, image",
        "audio/ogg, audio",
        "audio/mpeg, audio",
        "video/mp4, video",
        "video/3gpp, video",
        "application/pdf, document",
        "file/pdf, document",
        "file/vnd.ms-excel, document"
    })
    void aFileIsWhatItsTypeSays(String mime, String type) {
        var part = mapped("{'media':{'mimeType':'" + mime + "','url':'https://example.com/a'}}")
                .get(0);

        assertThat(part.type()).isEqualTo(type);
        assertThat(part.content().get("link").asText()).isEqualTo("https://example.com/a");
    }

    @ParameterizedTest
    @CsvSource({"a.jpg?x=1, image", "a.mp4, video", "a.ogg, audio", "a.docx, document", "a, document"})
    void withoutATypeTheAddressSaysIt(String file, String type) {
        assertThat(mapped("{'media':{'url':'https://example.com/" + file + "'}}")
                        .get(0)
                        .type())
                .isEqualTo(type);
    }

    @Test
    void theTextOfAFileIsItsCaptionAndThatOfASoundAMessageOfItsOwn() {
        assertMapped(
                "{'text':'Bill','media':{'filename':'bill.pdf','mimeType':'application/pdf','url':'https://example.com/b'}}",
                "document",
                "{'link':'https://example.com/b','filename':'bill.pdf','caption':'Bill'}");
        assertThat(mapped("{'text':'Listen','media':{'mimeType':'audio/ogg','url':'https://example.com/s'}}"))
                .extracting(Outgoing::type)
                .containsExactly("text", "audio");
    }

    @Test
    @Covers("S2-10")
    void degreesAreTextsThere() {
        assertMapped(
                "{'location':{'latitude':'-34.5','longitude':'-58.25','name':'Obelisco','address':'Av. 9 de Julio'}}",
                "location",
                "{'latitude':-34.5,'longitude':-58.25,'name':'Obelisco','address':'Av. 9 de Julio'}");
    }

    @Test
    @Covers("S2-10")
    void aCardHasNamesNumbersAndAddresses() {
        assertMapped(
                "{'contact':{'firstName':'Ana','middleName':'M','lastName':'Paz','emails':['ana@example.com'],"
                        + "'phones':['+5511955501234']}}",
                "contacts",
                "[{'name':{'formatted_name':'Ana M Paz','first_name':'Ana','middle_name':'M','last_name':'Paz'},"
                        + "'phones':[{'phone':'+5511955501234','wa_id':'5511955501234'}],"
                        + "'emails':[{'email':'ana@example.com'}]}]");
    }

    @Test
    @Covers("S2-11")
    void thePayloadGoesWithEveryPartOfTheEntry() {
        assertThat(mapped("{'text':'A','location':{'latitude':1,'longitude':2},'webhookPayload':'order 7'}"))
                .hasSize(2)
                .allSatisfy(part -> assertThat(part.webhookPayload()).isEqualTo("order 7"));
    }

    @Test
    void anAddressIsAButton() {
        assertMapped(
                "{'whatsappInteractive':{'header':{'type':'image','content':'https://example.com/i.png'},'body':'Look',"
                        + "'footer':'Bye','action':{'type':'url','urlLink':'https://example.com','label':'Open'}}}",
                "interactive",
                "{'type':'cta_url','header':{'type':'image','image':{'link':'https://example.com/i.png'}},"
                        + "'body':{'text':'Look'},'footer':{'text':'Bye'},'action':{'name':'cta_url','parameters':"
                        + "{'display_text':'Open','url':'https://example.com'}}}");
    }

    @Test
    void intentsAreButtonsToReplyWith() {
        assertMapped(
                "{'whatsappInteractive':{'header':{'type':'text','content':'Hi'},'body':'Which?','action':"
                        + "{'type':'intent','buttons':[{'label':'One','intent':'1'}]}}}",
                "interactive",
                "{'type':'button','header':{'type':'text','text':'Hi'},'body':{'text':'Which?'},'action':{'buttons':["
                        + "{'type':'reply','reply':{'id':'1','title':'One'}}]}}");
    }

    @Test
    void aPlaceIsAskedFor() {
        assertMapped(
                "{'whatsappInteractive':{'body':'Where?','action':{'type':'requestLocation'}}}",
                "interactive",
                "{'type':'location_request_message','body':{'text':'Where?'},'action':{'name':'send_location'}}");
    }

    @Test
    void aListHasSectionsWithRows() {
        assertMapped(
                "{'whatsappInteractive':{'body':'Choose','action':{'type':'list','button':'Menu','sections':[{'title':'T',"
                        + "'rows':[{'id':'r1','title':'One','description':'first'},{'title':'Two'}]}]}}}",
                "interactive",
                "{'type':'list','body':{'text':'Choose'},'action':{'button':'Menu','sections':[{'title':'T','rows':["
                        + "{'id':'r1','title':'One','description':'first'},{'id':'Two','title':'Two'}]}]}}");
    }

    @ParameterizedTest
    @Covers("S2-14")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | messages[0].text",
                "{'buttons':[{'label':'A'}]} | messages[0].text",
                "{'text':'A','buttons':[{'intent':'a'}]} | messages[0].buttons[0].label",
                "{'text':'A','buttons':[{'label':'a label of 25 characters'}]} | messages[0].buttons[0].label",
                "{'media':{'mimeType':'image/png'}} | messages[0].media.url",
                "{'media':{'mimeType':'png','url':'https://example.com/a'}} | messages[0].media.mimeType",
                "{'location':{'latitude':'1'}} | messages[0].location.longitude",
                "{'location':{'latitude':'north','longitude':'1'}} | messages[0].location.latitude",
                "{'contact':{'phones':['+5511955501234']}} | messages[0].contact.firstName",
                "{'whatsappInteractive':{'body':'A'}} | messages[0].whatsappInteractive.action.type",
                "{'whatsappInteractive':{'body':'A','action':{'type':'dance'}}} |"
                        + " messages[0].whatsappInteractive.action.type",
                "{'whatsappInteractive':{'body':'A','footer':'F','action':{'type':'requestLocation'}}} |"
                        + " messages[0].whatsappInteractive.footer",
                "{'location':{'latitude':'91','longitude':'1'}} | messages[0]"
            })
    void whatIsWrongIsNamedAsTheClientWroteIt(String entry, String field) {
        assertThatThrownBy(() -> mapped(entry))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(failed.fields().get(0).field()).isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 20})
    void elevenButtonsAreTooMany(int count) {
        var buttons = "{'label':'A'}" + ",{'label':'A'}".repeat(count - 1);

        assertThatThrownBy(() -> mapped("{'text':'Which?','buttons':[" + buttons + "]}"))
                .hasMessageContaining(count + " buttons");
    }
}
