package org.chasqui.api.dialog360.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    @Covers({"S0-9", "S3-10"})
    void theOnPremiseExampleOfTheSeeds() {
        var read = read("""
                {
                "recipient_type": "individual",
                "to": "whatsapp-id",
                "type": "text",
                "text": {
                    "body": "your-message-content"
                }
                }""");

        assertThat(read)
                .isEqualTo(
                        new Outgoing("whatsapp-id", "text", tree("{\"body\":\"your-message-content\"}"), null, null));
    }

    @Test
    @Covers({"S3-11", "S3-12"})
    void theCloudExampleOfTheSeed() {
        var read = read("""
                {
                "messaging_product": "whatsapp",
                "recipient_type": "individual",
                "to": "PHONE_NUMBER",
                "type": "text",
                "text": {
                    "body": "Hello, dear customer!"
                }
                }""");

        assertThat(read.to()).isEqualTo("PHONE_NUMBER");
        assertThat(read.content()).isEqualTo(tree("{\"body\":\"Hello, dear customer!\"}"));
    }

    @ParameterizedTest
    @Covers({"S0-8", "S3-9"})
    @CsvSource(
            delimiter = '|',
            value = {
                "text|{\"body\":\"Hi\"}",
                "image|{\"link\":\"https://a.example/a.png\",\"caption\":\"A\"}",
                "video|{\"id\":\"1234567890\"}",
                "audio|{\"id\":\"1234567890\"}",
                "document|{\"link\":\"https://a.example/a.pdf\",\"filename\":\"a.pdf\"}",
                "sticker|{\"id\":\"1234567890\"}",
                "location|{\"latitude\":\"1.5\",\"longitude\":\"2.5\",\"name\":\"Here\",\"address\":\"There\"}",
                "contacts|[{\"name\":{\"formatted_name\":\"Ana\",\"first_name\":\"Ana\"}}]",
                "reaction|{\"message_id\":\"wamid.HBgL\",\"emoji\":\"👍\"}",
                "interactive|{\"type\":\"button\",\"body\":{\"text\":\"Which?\"},\"action\":{\"buttons\":[{\"type\":\"reply\",\"reply\":{\"id\":\"a\",\"title\":\"A\"}}]}}",
                "template|{\"name\":\"hello\",\"language\":{\"policy\":\"deterministic\",\"code\":\"en\"}}"
            })
    void everyTypeOfMessageGoesThroughAsItIs(String type, String content) {
        var read = read("{\"to\":\"14155550100\",\"type\":\"%s\",\"%s\":%s}".formatted(type, type, content));

        assertThat(read.type()).isEqualTo(type);
        assertThat(read.content()).isEqualTo(tree(content));
        MessageContent.check(read.type(), read.content());
    }

    @Test
    void whatOnlyTheOldApiHadIsBroughtIntoMetasForm() {
        assertThat(read("{\"to\":\"1\",\"preview_url\":true,\"ttl\":\"P1D\",\"text\":{\"body\":\"https://a.example\"}}")
                        .content())
                .isEqualTo(tree("{\"body\":\"https://a.example\",\"preview_url\":true}"));
        assertThat(read("{\"to\":\"1\",\"type\":\"template\",\"template\":{\"namespace\":\"ns\",\"name\":\"a\","
                                + "\"language\":{\"policy\":\"deterministic\",\"code\":\"en\"}}}")
                        .content()
                        .has("namespace"))
                .isFalse();
        assertThat(read("{\"to\":\"1\",\"type\":\"image\",\"image\":{\"id\":\"1\",\"provider\":{\"name\":\"p\"}}}")
                        .content())
                .isEqualTo(tree("{\"id\":\"1\"}"));
    }

    @Test
    void anHsmIsATemplate() {
        var read = read("{\"to\":\"1\",\"type\":\"hsm\",\"hsm\":{\"namespace\":\"ns\",\"element_name\":\"order\","
                + "\"language\":{\"policy\":\"deterministic\",\"code\":\"en\"},\"localizable_params\":[{\"default\":\"Ana\"},"
                + "{\"default\":\"42\"}]}}");

        assertThat(read.type()).isEqualTo("template");
        assertThat(read.content())
                .isEqualTo(
                        tree(
                                "{\"name\":\"order\",\"language\":{\"code\":\"en\"},\"components\":[{\"type\":\"body\","
                                        + "\"parameters\":[{\"type\":\"text\",\"text\":\"Ana\"},{\"type\":\"text\",\"text\":\"42\"}]}]}"));
    }

    @Test
    void anActionThatIsJsonInsideOfATextIsRead() {
        var read = read(
                "{\"to\":\"1\",\"type\":\"interactive\",\"interactive\":{\"type\":\"button\",\"body\":{\"text\":\"?\"},"
                        + "\"action\":\"{\\\"buttons\\\":[{\\\"type\\\":\\\"reply\\\",\\\"reply\\\":{\\\"id\\\":\\\"a\\\",\\\"title\\\":\\\"A\\\"}}]}\"}}");

        assertThat(read.content().at("/action/buttons/0/reply/title").asText()).isEqualTo("A");
        MessageContent.check(read.type(), read.content());
    }

    @Test
    void itMayAnswerAMessage() {
        assertThat(read("{\"to\":\"1\",\"context\":{\"message_id\":\"wamid.X\"},\"text\":{\"body\":\"Hi\"}}")
                        .replyTo())
                .isEqualTo("wamid.X");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}|to: is required",
                "{\"to\":\"1\",\"type\":\"text\"}|text: is required",
                "{\"to\":\"1\",\"type\":\"telegram\"}|type: is \"telegram\"",
                "{\"to\":\"1\",\"messaging_product\":\"sms\",\"text\":{\"body\":\"Hi\"}}|messaging_product",
                "{\"to\":\"1\",\"recipient_type\":\"group\",\"text\":{\"body\":\"Hi\"}}|recipient_type"
            })
    void whatIsWrongIsRefusedByItsName(String body, String message) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(RequestFailed.class).hasMessageContaining(message);
    }

    @Test
    void callbackDataIsTheClientsAndNoPartOfTheContent() {
        var read = read("{\"to\":\"1\",\"text\":{\"body\":\"Hi\"},\"biz_opaque_callback_data\":\"order 42\"}");

        assertThat(read.callbackData()).isEqualTo("order 42");
        assertThat(read.content()).isEqualTo(tree("{\"body\":\"Hi\"}"));
        assertThatThrownBy(() -> read("{\"to\":\"1\",\"text\":{\"body\":\"Hi\"},\"biz_opaque_callback_data\":\""
                        + "x".repeat(513) + "\"}"))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("biz_opaque_callback_data");
    }

    private static Outgoing read(String body) {
        return Outgoing.read(Arguments.of((ObjectNode) tree(body)));
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
