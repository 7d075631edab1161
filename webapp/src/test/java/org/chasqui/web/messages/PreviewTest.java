package org.chasqui.web.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.chasqui.platform.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            text        | {"body":"Hello"}                                              | Hello
            image       | {"id":"1","caption":"A shoe"}                                 | A shoe
            audio       | {"id":"1","voice":true}                                       | Voice message
            document    | {"id":"1","filename":"bill.pdf","caption":"Your bill"}        | bill.pdf · Your bill
            location    | {"latitude":-12.05,"longitude":-77.04}                        | -12.05, -77.04
            location    | {"latitude":-12.05,"longitude":-77.04,"name":"Plaza"}         | Plaza
            reaction    | {"message_id":"wamid.1","emoji":""}                           | Reaction taken back
            contacts    | [{"name":{"formatted_name":"Ana"}},{"name":{"formatted_name":"Luis"}}] | Ana, Luis
            contacts    | {"contacts":[{"name":{"formatted_name":"Ana"}}]}              | Ana
            interactive | {"type":"list_reply","list_reply":{"id":"1","title":"Blue"}}  | Blue
            interactive | {"type":"nfm_reply","nfm_reply":{"response_json":"{}"}}       | Answers of a form
            interactive | {"type":"location_request_message","body":{"text":"Where?"}}  | Where?
            interactive | {"type":"catalog_message"}                                    | Catalogue
            order       | {"product_items":[{},{}],"text":"please"}                     | 2 products please
            system      | {"body":"Ana changed her number"}                             | Ana changed her number
            edit        | {"message":{"type":"text","text":{"body":"Hullo"}}}           | Edited: Hullo
            revoke      | {"original_message_id":"wamid.1"}                             | Deleted a message for everyone
            """)
    void everyTypeIsOneLine(String type, String content, String line) throws JsonProcessingException {
        assertThat(Preview.of(type, Json.mapper().readTree(content))).isEqualTo(line);
    }

    @Test
    void anEditOfACaptionIsReadable() throws JsonProcessingException {
        var edit = Json.mapper().readTree("{\"message\":{\"type\":\"image\",\"image\":{\"caption\":\"New\"}}}");

        assertThat(Preview.of("edit", edit)).isEqualTo("Edited: New");
    }

    @Test
    void whatCanBeTappedIsNamedWhateverItsKind() throws JsonProcessingException {
        var link = Json.mapper()
                .readTree(
                        "{\"action\":{\"name\":\"cta_url\",\"parameters\":{\"display_text\":\"Pay\",\"url\":\"https://x.example\"}}}");
        var list = Json.mapper()
                .readTree("{\"action\":{\"button\":\"Choose\",\"sections\":[{\"rows\":[{\"title\":\"Blue\"}]}]}}");
        var asks = Json.mapper().readTree("{\"action\":{\"name\":\"send_location\"}}");

        assertThat(Cards.buttons(link)).containsExactly("Pay");
        assertThat(Cards.facts("interactive", link)).containsExactly("https://x.example");
        assertThat(Cards.buttons(list)).containsExactly("Choose");
        assertThat(Cards.items("interactive", list))
                .extracting(Cards.Item::getTitle)
                .containsExactly("Blue");
        assertThat(Cards.buttons(asks)).containsExactly("Send location");
    }
}
