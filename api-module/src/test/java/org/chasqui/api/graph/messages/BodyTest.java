package org.chasqui.api.graph.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.graph.MetaFailed;
import org.chasqui.api.graph.media.MediaNumber;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** A quick reply has a payload, says Meta's reference; this sample has {@code text: true} there. */
    private static final Set<String> WRONG_AT_META = Set.of("Send Sample Issue Resolution Template");

    private static final UUID ID = UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-000000000004");
    private static final UUID WORKSPACE = UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-000000000001");
    private static final SenderNumber SENDER = new SenderNumber(
            UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-000000000002"),
            WORKSPACE,
            UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-000000000003"),
            "102290129340398",
            "106540352242922",
            "+1 415-555-0100",
            null,
            "GREEN",
            null,
            "STANDARD",
            80,
            "CONNECTED");

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    @Covers("G0-3")
    void takesEveryExampleOfMetasDescription(String name, JsonNode example) {
        var body = Body.of((ObjectNode) filled(example));
        if (body.isReceipt()) {
            assertThat(body.readMessage()).as(name).isNotBlank();
            return;
        }
        var command = body.command(SENDER, ID);
        MessageContent.check(command.type(), command.content());
        assertThat(command.phoneNumberId()).isEqualTo(SENDER.id().toString());
        assertThat(command.reservedId()).isEqualTo(ID);
    }

    @Test
    void isATextWhenItDoesNotSayWhatItIs() {
        var command = body("""
                {"messaging_product":"whatsapp","to":"+14155550101","text":{"body":"Hi"}}""").command(SENDER, ID);

        assertThat(command.type()).isEqualTo("text");
        assertThat(command.to()).isEqualTo("+14155550101");
        assertThat(command.content().path("body").asText()).isEqualTo("Hi");
        assertThat(command.replyTo()).isNull();
    }

    @Test
    void whatAnSdkWritesAsNullIsNotThere() {
        var command = body("""
                {"messaging_product":"whatsapp","to":"+14155550101","type":"text","context":null,"image":null,
                "text":{"body":"Hi","preview_url":null}}""").command(SENDER, ID);

        assertThat(command.content().has("preview_url")).isFalse();
    }

    @Test
    void anAnswerNamesItsMessageAndAPersonMayBeAnId() {
        var command = body("""
                {"messaging_product":"whatsapp","recipient":"US.13491208655302741918","type":"text","text":{"body":"Hi"},
                "context":{"message_id":"wamid.HBgL"}}""").command(SENDER, ID);

        assertThat(command.to()).isEqualTo("US.13491208655302741918");
        assertThat(command.replyTo()).isEqualTo("wamid.HBgL");
    }

    @Test
    void aFileOfOursIsKnownByItsDigits() {
        var id = UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
        var command = body("""
                {"messaging_product":"whatsapp","to":"+14155550101","type":"image","image":{"id":"%s"}}""".formatted(MediaNumber.of(id))).command(SENDER, ID);

        assertThat(command.content().path("id").asText()).isEqualTo(id.toString());
    }

    @Test
    void whatHasNoEffectIsSaid() {
        assertThat(body("""
                        {"messaging_product":"whatsapp","to":"+14155550101","text":{"body":"Hi"},
                        "message_activity_sharing":true}""").ignored()).containsExactly("message_activity_sharing");
    }

    @Test
    void whatTheClientWantsBackIsATextOfMetasLength() {
        assertThat(callbackData("\"order 17\"").callbackData()).contains("order 17");
        assertThat(callbackData("\"\"").callbackData()).isEmpty();
        assertThat(callbackData("\"" + "x".repeat(512) + "\"").callbackData()).isPresent();
        for (var wrong : List.of("\"" + "x".repeat(513) + "\"", "{\"order\":17}")) {
            assertThatThrownBy(() -> callbackData(wrong).callbackData()).isInstanceOf(RequestFailed.class);
        }
    }

    private static Body callbackData(String json) {
        return body("{\"messaging_product\":\"whatsapp\",\"to\":\"+14155550101\",\"text\":{\"body\":\"Hi\"},"
                + "\"biz_opaque_callback_data\":" + json + "}");
    }

    @Test
    @Covers("G0-5")
    void typingGoesWithTheReceipt() {
        var receipt = body("""
                {"messaging_product":"whatsapp","status":"read","message_id":"wamid.HBgL",
                "typing_indicator":{"type":"text"}}""");

        assertThat(receipt.isReceipt()).isTrue();
        assertThat(receipt.readMessage()).isEqualTo("wamid.HBgL");
        assertThat(receipt.isTyping()).isTrue();
    }

    @Test
    void aReceiptIsNoMessage() {
        var both = body("""
                {"messaging_product":"whatsapp","status":"read","message_id":"wamid.HBgL","to":"+14155550101",
                "type":"text","text":{"body":"Hi"}}""");

        assertThatThrownBy(both::readMessage).isInstanceOf(RequestFailed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":\"+14155550101\",\"text\":{\"body\":\"Hi\"}}",
                "{\"messaging_product\":\"facebook\",\"to\":\"+14155550101\",\"text\":{\"body\":\"Hi\"}}",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"+14155550101\",\"text\":{\"body\":\"Hi\"},\"surprise\":1}"
            })
    void whatMetasSchemaForbidsIsInvalid(String json) {
        assertThatThrownBy(() -> body(json)).isInstanceOf(MetaFailed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"messaging_product\":\"whatsapp\",\"text\":{\"body\":\"Hi\"}}",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"1\",\"recipient\":\"US.1\",\"text\":{\"body\":\"Hi\"}}",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"1\",\"type\":\"image\"}",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"1\",\"type\":\"hologram\",\"hologram\":{}}",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"1\",\"recipient_type\":\"group\",\"text\":{\"body\":\"Hi\"}}",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"1\",\"recipient_identity_key_hash\":\"x\",\"text\":{}}",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"1\",\"context\":{},\"text\":{\"body\":\"Hi\"}}"
            })
    void whatCannotBeSentIsRefusedAndNotLeftOut(String json) {
        assertThatThrownBy(() -> body(json).command(SENDER, ID)).isInstanceOf(RequestFailed.class);
    }

    private static Body body(String json) {
        try {
            return Body.of((ObjectNode) MAPPER.readTree(json));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** The places that Meta leaves open, filled in. */
    private static JsonNode filled(JsonNode example) {
        var text = example.toString()
                .replaceAll("\"<?http\\(s\\)[^\"]*\"", "\"https://files.example.com/one\"")
                .replaceAll("\"<\\w*OBJECT_ID>\"", "\"4490709327384033\"")
                .replace("<HEADER_TYPE>", "text")
                .replaceAll("\"link\":\"<[^\"]*>\"", "\"link\":\"https://files.example.com/one\"");
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Stream<Arguments> examples() {
        try (var in = BodyTest.class.getResourceAsStream("/meta-openapi/send-examples_v23.0.json")) {
            return MAPPER.readTree(in).properties().stream()
                    .filter(example -> !WRONG_AT_META.contains(example.getKey()))
                    .map(example -> Arguments.of(example.getKey(), example.getValue()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
