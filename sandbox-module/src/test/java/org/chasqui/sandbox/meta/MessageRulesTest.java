package org.chasqui.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Bodies after the examples of Meta's OpenAPI description and message pages. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\":{\"body\":\"Please visit https://youtu.be/hpltvTEiRrY.\",\"preview_url\":true}",
                "\"recipient_type\":\"individual\",\"type\":\"text\",\"text\":{\"body\":\"x\",\"preview_url\":false}",
                "\"context\":{\"message_id\":\"wamid.HBgL\"},\"type\":\"text\",\"text\":{\"body\":\"x\"}",
                "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.HBgL\",\"emoji\":\"\"}",
                "\"type\":\"image\",\"image\":{\"id\":\"1013859600285441\",\"caption\":\"c\"}",
                "\"type\":\"image\",\"image\":{\"link\":\"https://example.com/a.jpg\"}",
                "\"type\":\"audio\",\"audio\":{\"id\":\"1013859600285441\",\"voice\":true}",
                "\"type\":\"document\",\"document\":{\"link\":\"http://example.com/a.pdf\",\"filename\":\"a.pdf\"}",
                "\"type\":\"sticker\",\"sticker\":{\"id\":\"798882015472548\"}",
                "\"type\":\"video\",\"video\":{\"id\":\"1166846181421424\",\"caption\":\"c\"}",
                "\"type\":\"location\",\"location\":{\"latitude\":\"37.44\",\"longitude\":-122.16,\"name\":\"n\"}",
                "\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"A B\",\"first_name\":\"A\"},"
                        + "\"phones\":[{\"phone\":\"+16505559999\",\"type\":\"HOME\"}]}]",
                "\"type\":\"interactive\",\"interactive\":{\"type\":\"button\",\"body\":{\"text\":\"b\"},\"action\":"
                        + "{\"buttons\":[{\"type\":\"reply\",\"reply\":{\"id\":\"1\",\"title\":\"Yes\"}}]}}",
                "\"type\":\"interactive\",\"interactive\":{\"type\":\"list\",\"header\":{\"type\":\"text\",\"text\":\"h\"},"
                        + "\"body\":{\"text\":\"b\"},\"action\":{\"button\":\"Open\",\"sections\":[{\"title\":\"s\","
                        + "\"rows\":[{\"id\":\"1\",\"title\":\"t\",\"description\":\"d\"}]}]}}",
                "\"type\":\"interactive\",\"interactive\":{\"type\":\"cta_url\",\"body\":{\"text\":\"b\"},\"action\":{"
                        + "\"name\":\"cta_url\",\"parameters\":{\"display_text\":\"See\",\"url\":\"https://example.com\"}}}",
                "\"type\":\"interactive\",\"interactive\":{\"type\":\"flow\",\"body\":{\"text\":\"b\"},\"action\":{\"name\":"
                        + "\"flow\",\"parameters\":{\"flow_message_version\":\"3\",\"flow_id\":\"1\",\"flow_cta\":\"Go\"}}}",
                "\"type\":\"interactive\",\"interactive\":{\"type\":\"location_request_message\",\"body\":{\"text\":\"b\"},"
                        + "\"action\":{\"name\":\"send_location\"}}",
                "\"type\":\"interactive\",\"interactive\":{\"type\":\"product\",\"action\":{\"catalog_id\":\"1\","
                        + "\"product_retailer_id\":\"2\"}}",
                "\"type\":\"template\",\"template\":{\"name\":\"hello_world\",\"language\":{\"code\":\"en_US\"}}"
            })
    void takesWhatMetaTakes(String rest) throws JsonProcessingException {
        JsonNode body = JSON.readTree("{\"messaging_product\":\"whatsapp\",\"to\":\"+1 (650) 555-1234\"," + rest + "}");

        assertThat(MessageRules.check(body)).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "100|{}",
                "100|{\"messaging_product\":\"sms\",\"to\":\"+16505551234\",\"text\":{\"body\":\"x\"}}",
                "100|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"type\":\"fax\"}",
                "100|{\"messaging_product\":\"whatsapp\",\"to\":{\"a\":1},\"text\":{\"body\":\"x\"}}",
                "100|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"text\":\"x\"}",
                "100|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"text\":{\"body\":\"x\",\"colour\":\"red\"}}",
                "100|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"text\":{\"body\":\"x\",\"preview_url\":\"yes\"}}",
                "100|{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"crowd\",\"to\":\"+16505551234\",\"text\":{\"body\":\"x\"}}",
                "100|{\"messaging_product\":\"whatsapp\",\"status\":\"seen\",\"message_id\":\"wamid.x\"}",
                "131008|{\"messaging_product\":\"whatsapp\",\"text\":{\"body\":\"x\"}}",
                "131008|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\"}",
                "131008|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"text\":{}}",
                "131008|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"text\":{\"body\":\"\"}}",
                "131008|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"type\":\"image\",\"image\":{}}",
                "131008|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"type\":\"template\",\"template\":{\"name\":\"a\"}}",
                "131008|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"type\":\"location\",\"location\":{\"latitude\":1}}",
                "131008|{\"messaging_product\":\"whatsapp\",\"status\":\"read\"}",
                "131009|{\"messaging_product\":\"whatsapp\",\"to\":\"someone\",\"text\":{\"body\":\"x\"}}",
                "131009|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"type\":\"image\",\"image\":{\"link\":\"ftp://x\"}}",
                "131009|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"type\":\"image\",\"image\":{\"link\":\"http://x\",\"id\":\"1\"}}",
                "131009|{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"type\":\"location\",\"location\":{\"latitude\":91,\"longitude\":1}}",
                "131009|{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"x\"}",
            })
    void refusesWithTheCodeOfTheStage(int code, String body) throws JsonProcessingException {
        GraphFailure failure = MessageRules.check(JSON.readTree(body));

        assertThat(failure).isNotNull();
        assertThat(failure.code())
                .as(failure.message() + " " + failure.details())
                .isEqualTo(code);
    }

    @Test
    void schemaHidesMissingAndMissingHidesBadValue() throws JsonProcessingException {
        String bad = "\"to\":\"someone\"";

        assertThat(code("{\"messaging_product\":\"whatsapp\"," + bad + ",\"text\":{\"x\":1}}"))
                .isEqualTo(100);
        assertThat(code("{\"messaging_product\":\"whatsapp\"," + bad + ",\"text\":{}}"))
                .isEqualTo(131008);
        assertThat(code("{\"messaging_product\":\"whatsapp\"," + bad + ",\"text\":{\"body\":\"x\"}}"))
                .isEqualTo(131009);
    }

    @Test
    void tooLongTextIsASchemaErrorInGraphsWords() throws JsonProcessingException {
        String text = "x".repeat(4097);
        GraphFailure failure = MessageRules.check(JSON.readTree(
                "{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"text\":{\"body\":\"" + text + "\"}}"));

        assertThat(failure).isNotNull();
        assertThat(failure.message()).isEqualTo("(#100) Param text['body'] must be at most 4096 characters long.");
    }

    @Test
    void fourButtonsAndALongTitleAreBadValues() throws JsonProcessingException {
        String button = "{\"type\":\"reply\",\"reply\":{\"id\":\"%s\",\"title\":\"%s\"}}";
        String start =
                "{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"type\":\"interactive\",\"interactive\":"
                        + "{\"type\":\"button\",\"body\":{\"text\":\"b\"},\"action\":{\"buttons\":[";

        assertThat(code(start + String.format(button, "1", "a title that is too long") + "]}}}"))
                .isEqualTo(131009);
        assertThat(code(start + String.format(button, "1", "a") + "," + String.format(button, "1", "b") + "]}}}"))
                .isEqualTo(131009);
        String four = String.join(
                ",",
                String.format(button, "1", "a"),
                String.format(button, "2", "b"),
                String.format(button, "3", "c"),
                String.format(button, "4", "d"));
        assertThat(code(start + four + "]}}}")).isEqualTo(131009);
    }

    @ParameterizedTest
    @CsvSource({"+1 (650) 555-1234,16505551234", "0049.30.1234,0049301234", "abc,''", "12,''"})
    void readsWhatsAppIdsOutOfNumbers(String to, String waId) {
        assertThat(MessageRules.waId(to)).isEqualTo(waId);
    }

    private static int code(String body) throws JsonProcessingException {
        GraphFailure failure = MessageRules.check(JSON.readTree(body));
        return failure == null ? 0 : failure.code();
    }
}
