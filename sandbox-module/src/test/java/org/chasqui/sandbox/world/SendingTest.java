package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.sandbox.world.TestWorlds.HIGH;
import static org.chasqui.sandbox.world.TestWorlds.STANDARD;
import static org.chasqui.sandbox.world.TestWorlds.WABA;
import static org.chasqui.sandbox.world.TestWorlds.code;
import static org.chasqui.sandbox.world.TestWorlds.hello;
import static org.chasqui.sandbox.world.TestWorlds.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.chasqui.sandbox.meta.AccessToken;
import org.chasqui.sandbox.meta.Answer;
import org.chasqui.sandbox.meta.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() throws IOException {
        world = TestWorlds.open(folder, "http://127.0.0.1:9/none", NOON);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void answersInMetasShape() {
        Sent sent = send(world, STANDARD, hello("+1 (650) 555-1234", "a.1"));
        JsonNode json = TestWorlds.answer(sent);

        assertThat(sent.http()).isEqualTo(200);
        assertThat(json.path("messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(json.path("contacts").path(0).path("input").asText()).isEqualTo("+1 (650) 555-1234");
        assertThat(json.path("contacts").path(0).path("wa_id").asText()).isEqualTo("16505551234");
        assertThat(json.path("messages").path(0).path("id").asText()).startsWith("wamid.HBgL");
        assertThat(json.path("messages").path(0).path("message_status").asText())
                .isEqualTo("accepted");
        assertThat(TestWorlds.answer(send(world, STANDARD, TestWorlds.text("+16505550001")))
                        .path("messages")
                        .path(0)
                        .has("message_status"))
                .isFalse();
    }

    /** Each request is wrong in all later stages too: the earliest one must be told. */
    @Test
    void checksInMetasOrder() throws IOException {
        String broken = "{\"messaging_product\":\"whatsapp\",\"text\":{\"colour\":1}}";
        AccessToken reading = world.management().issue(Set.of(AccessToken.MANAGEMENT), Set.of(), 0);
        AccessToken elsewhere = world.management().issue(Set.of(AccessToken.MESSAGING), Set.of("1"), 0);
        AccessToken expired = world.management().issue(Set.of(AccessToken.MESSAGING), Set.of(), -1_000);
        BusinessNumber standard = number(STANDARD);

        assertThat(code(world.sending().send(null, "1", bytes(broken)))).isEqualTo(190);
        assertThat(code(world.sending().send("EAAwrong", "1", bytes(broken)))).isEqualTo(190);
        assertThat(code(world.sending().send(expired.value(), "1", bytes(broken))))
                .isEqualTo(190);
        assertThat(code(world.sending().send(reading.value(), "1", bytes(broken))))
                .isEqualTo(10);
        assertThat(code(send(world, "1", broken))).isEqualTo(100);
        assertThat(TestWorlds.answer(send(world, "1", broken))
                        .path("error")
                        .path("error_subcode")
                        .asInt())
                .isEqualTo(33);
        assertThat(code(world.sending().send(elsewhere.value(), STANDARD, bytes(broken))))
                .isEqualTo(200);
        world.management().deregister(standard);
        assertThat(code(send(world, STANDARD, "not json"))).isEqualTo(100);
        assertThat(code(send(world, STANDARD, broken))).isEqualTo(100);
        assertThat(code(send(world, STANDARD, "{\"messaging_product\":\"whatsapp\",\"text\":{}}")))
                .isEqualTo(131008);
        assertThat(code(send(world, STANDARD, TestWorlds.text("nobody")))).isEqualTo(131009);
        String unknown = hello("+16505551234", "a").replace("hello_chasqui", "hello_nobody");
        assertThat(code(send(world, STANDARD, unknown))).isEqualTo(133010);
        world.management().register(standard, "123456");
        assertThat(code(send(world, STANDARD, unknown))).isEqualTo(132001);
        assertThat(code(send(world, STANDARD, hello("+15550100001", "a")))).isEqualTo(131021);
    }

    @Test
    void throughputGoesBeforeThePairLimit() {
        int[] codes = new int[100];
        for (int i = 0; i < 100; i++) {
            codes[i] = code(send(world, STANDARD, hello("+16505551234", "a" + i)));
        }

        assertThat(codes).startsWith(new int[45]).endsWith(130429, 130429);
        assertThat(codes[45]).isEqualTo(131056);
        assertThat(codes[80]).isEqualTo(130429);
    }

    @Test
    void thePairLimitCanBeSwitchedOff() throws IOException {
        Waba waba = world.catalog().waba(WABA);
        assertThat(waba).isNotNull();
        world.management().adjust(waba, false, null, null);

        for (int i = 0; i < 1_000; i++) {
            assertThat(code(send(world, HIGH, hello("+16505551234", "a" + i)))).isZero();
        }
        assertThat(code(send(world, HIGH, hello("+16505551234", "z")))).isEqualTo(130429);
        JsonNode counts = number(HIGH).counts();
        assertThat(counts.path("max_accepted_in_1s").asInt()).isEqualTo(1_000);
        assertThat(counts.path("max_offered_in_1s").asInt()).isEqualTo(1_001);
        assertThat(counts.path("refused").path("130429").asInt()).isEqualTo(1);
    }

    @Test
    void outsideTheWindowAFreeFormMessageIsAcceptedAndFailsLater() throws IOException {
        send(world, STANDARD, TestWorlds.text("+16505551234"));
        send(world, STANDARD, hello("+16505551234", "a"));
        world.receiving().receive(number(STANDARD), "16505551234", Json.object().put("type", "text"));
        send(world, STANDARD, TestWorlds.text("+16505551234"));

        assertThat(world.transcript().all())
                .filteredOn(OutboundMessage.class::isInstance)
                .extracting(message -> ((OutboundMessage) message).facts().code())
                .containsExactly(131047, 0, 0);
    }

    @Test
    void readReceiptsAndTypingAreAnsweredWithSuccessAndSendNothing() throws IOException {
        String wamid = world.receiving()
                .receive(number(STANDARD), "16505551234", Json.object().put("type", "text"));
        Sent sent = send(
                world,
                STANDARD,
                "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"" + wamid
                        + "\",\"typing_indicator\":{\"type\":\"text\"}}");

        assertThat(sent.body()).asString(StandardCharsets.US_ASCII).isEqualTo("{\"success\":true}");
        assertThat(world.transcript().inbound(wamid)).isNotNull().matches(InboundMessage::isRead);
        assertThat(world.statistics().path("accepted").asInt()).isZero();
    }

    @Test
    void aBehaviourHoldsForTheNextNMessages() {
        world.behaviours().set(STANDARD, Scenario.refused(131016), 2, 0);
        world.behaviours().set("16505551234", Scenario.refused(131031), 1, 0);

        assertThat(code(send(world, STANDARD, hello("+16505551234", "a")))).isEqualTo(131031);
        assertThat(code(send(world, STANDARD, hello("+16505551234", "b")))).isEqualTo(131016);
        assertThat(code(send(world, STANDARD, hello("+16505551234", "c")))).isEqualTo(131016);
        assertThat(code(send(world, STANDARD, hello("+16505551234", "d")))).isZero();
    }

    @Test
    void aLostAnswerSaysNothingAboutTheMessage() {
        Sent taken = send(world, STANDARD, hello("+165097000010", "a"));
        Sent lost = send(world, STANDARD, hello("+165097000011", "b"));

        assertThat(taken.answer()).isEqualTo(Answer.EMPTY_500);
        assertThat(lost.answer()).isEqualTo(Answer.EMPTY_500);
        assertThat(world.statistics().path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void servesOnlyOneProcessPerFolder() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> TestWorlds.open(folder, "http://127.0.0.1:9/none", NOON))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("serves the sandbox of");
    }

    private BusinessNumber number(String id) {
        BusinessNumber number = world.catalog().number(id);
        assertThat(number).isNotNull();
        return number;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
