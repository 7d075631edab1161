package org.chasqui.api.botmaker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.waabot.Letters;
import org.chasqui.messaging.messages.MessageStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {
    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    @ParameterizedTest
    @Covers({"S2-10", "S2-17"})
    @CsvSource(
            delimiter = '|',
            value = {
                "text | {'body':'Hi'} | {'type':'text','text':'Hi'}",
                "location | {'latitude':1.5,'longitude':-2,'name':'Here'} |"
                        + " {'type':'location','location':{'latitude':'1.5','longitude':'-2','name':'Here'}}",
                "button | {'text':'Yes','payload':'yes'} | {'type':'button-click','text':'Yes','selectedButton':"
                        + "{'label':'Yes','buttonPayload':'yes'}}",
                "interactive | {'type':'button_reply','button_reply':{'id':'a','title':'A'}} |"
                        + " {'type':'button-click','text':'A','selectedButton':{'label':'A','buttonPayload':'a'}}",
                "interactive | {'type':'list_reply','list_reply':{'id':'r','title':'Row'}} |"
                        + " {'type':'button-click','text':'Row','selectedButton':{'label':'Row','buttonPayload':'r'}}",
                "reaction | {'emoji':'👍','message_id':'wamid.A'} |"
                        + " {'type':'reaction','reaction':'👍','reactedMessageId':'wamid.A'}",
                "contacts | [{'name':{'formatted_name':'Ana Paz'},'phones':[{'phone':'+5511'}]}] |"
                        + " {'type':'contact','contact':{'firstName':'Ana Paz','phones':['+5511'],'emails':[]}}",
                "order | {'catalog_id':'1'} | {'type':'order'}"
            })
    void whatPeopleSay(String type, String content, String told) {
        var message = Letters.received(new UUID(8, 8), type, content.replace('\'', '"'));

        assertThat(Content.of(message, null)).isEqualTo(tree(told));
    }

    @ParameterizedTest
    @CsvSource({"image, image", "sticker, image", "video, video", "audio, audio", "document, file"})
    void filesAreFetchedFromUs(String type, String told) {
        var message = Letters.received(new UUID(8, 8), type, "{\"id\":\"1\",\"mime_type\":\"a/b\",\"caption\":\"C\"}");

        assertThat(Content.of(message, "https://wa.example.com/f"))
                .isEqualTo(tree("{'type':'" + told
                        + "','media':{'caption':'C','mimeType':'a/b','url':'https://wa.example.com/f'}}"));
    }

    @Test
    void whatWeSendIsToldWithItsButtons() {
        var message = Letters.sent(
                new UUID(8, 8),
                MessageStatus.SENT,
                "interactive",
                "{\"type\":\"button\",\"body\":{\"text\":\"Yes?\"},\"action\":{\"buttons\":[{\"type\":\"reply\",\"reply\":"
                        + "{\"id\":\"y\",\"title\":\"Yes\"}}]}}");

        assertThat(Content.of(message, null))
                .isEqualTo(tree("{'type':'buttons','text':'Yes?','buttons':[{'label':'Yes','intent':'y'}]}"));
    }
}
