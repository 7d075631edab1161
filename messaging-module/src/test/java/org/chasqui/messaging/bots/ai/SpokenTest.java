package org.chasqui.messaging.bots.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    text        | {'body':'Hello'}                                                     | Hello
                    button      | {'text':'Yes, please','payload':'1'}                                 | Yes, please
                    interactive | {'type':'button_reply','button_reply':{'id':'1','title':'Bread'}}    | Bread
                    interactive | {'type':'list_reply','list_reply':{'id':'1','title':'Cake'}}         | Cake
                    interactive | {'type':'button','body':{'text':'What shall it be?'}}                | What shall it be?
                    image       | {'id':'1','caption':'This one'}                                      | [image] This one
                    document    | {'id':'1','filename':'order.pdf'}                                    | [document] order.pdf
                    sticker     | {'id':'1'}                                                           | "[sticker] "
                    location    | {'latitude':-12.05,'longitude':-77.04,'name':'Sol'}                  | [location] Sol, -12.05, -77.04
                    contacts    | [{'name':{'formatted_name':'Ana'}},{'name':{'formatted_name':'Leo'}}] | [contacts] Ana, Leo
                    order       | {'catalog_id':'1'}                                                   | [order]
                    """)
    void messagesAreReadAsWords(String type, String content, String words) {
        assertThat(Spoken.of(message(Direction.INBOUND, type, null, content)).text())
                .isEqualTo(words);
    }

    @Test
    void aTemplateIsItsNameAndValues() {
        var content = "{'name':'order_ready','components':[{'type':'body','parameters':[{'type':'text','text':'Ana'},"
                + "{'type':'text','text':'17'}]}]}";

        var turn = Spoken.of(message(Direction.OUTBOUND, "template", "order_ready", content));

        assertThat(turn).isEqualTo(new Prompt.Turn(false, "[template order_ready] Ana, 17"));
    }

    private static MessageView message(Direction direction, String type, String template, String content) {
        try {
            return new MessageView(
                    new UUID(1, 1),
                    new UUID(2, 2),
                    new UUID(3, 3),
                    "106540352242922",
                    direction,
                    "14155550100",
                    null,
                    type,
                    Json.mapper().readTree(content.replace('\'', '"')),
                    template,
                    null,
                    MessageStatus.RECEIVED,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    0,
                    Instant.EPOCH,
                    null,
                    null,
                    MessageNotes.NONE);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
