package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How Meta tells what people do: shapes as in the samples of webhooks. */
class InboundKindsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String USER_ID = "US.13491208655302741918";

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
    void aPersonWhoHidesTheNumberIsAUserId() throws IOException {
        JsonNode value = told(USER_ID, text("Hello")).path("value");

        JsonNode contact = value.path("contacts").path(0);
        assertThat(contact.path("user_id").asText()).isEqualTo(USER_ID);
        assertThat(contact.has("wa_id")).isFalse();
        assertThat(contact.path("profile").path("username").asText()).matches("[a-z.]+");
        JsonNode message = value.path("messages").path(0);
        assertThat(message.path("from_user_id").asText()).isEqualTo(USER_ID);
        assertThat(message.has("from")).isFalse();
    }

    @Test
    void theBusinessAnswersAUserIdWithinItsWindow() throws IOException {
        told(USER_ID, text("Hello"));

        Sent sent = TestWorlds.send(
                world,
                TestWorlds.STANDARD,
                "{\"messaging_product\":\"whatsapp\",\"recipient\":\"" + USER_ID
                        + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");

        JsonNode answer = TestWorlds.answer(sent);
        assertThat(answer.path("contacts").path(0).path("user_id").asText()).isEqualTo(USER_ID);
        assertThat(world.conversations().messages(number(), USER_ID, 10)).hasSize(2);
    }

    @Test
    void aChangedNumberIsToldWithoutContacts() throws IOException {
        ObjectNode system = Json.object().put("type", "system");
        system.putObject("system").put("type", "user_changed_number").put("wa_id", "16505559999");

        JsonNode value = told("16505551234", system).path("value");

        assertThat(value.has("contacts")).isFalse();
        assertThat(value.path("messages").path(0).path("system").path("wa_id").asText())
                .isEqualTo("16505559999");
        assertThat(isOpen("16505551234")).isFalse();
    }

    @Test
    void anEchoComesInAFieldOfItsOwn() throws IOException {
        ObjectNode echo = text("From the shop").put(Receiving.FIELD, "smb_message_echoes");

        JsonNode change = told("16505551234", echo);

        assertThat(change.path("field").asText()).isEqualTo("smb_message_echoes");
        JsonNode message = change.path("value").path("message_echoes").path(0);
        assertThat(message.path("from").asText()).isEqualTo(number().digits());
        assertThat(message.path("to").asText()).isEqualTo("16505551234");
        assertThat(message.has(Receiving.FIELD)).isFalse();
        assertThat(isOpen("16505551234")).isFalse();
    }

    @Test
    void preferencesAreNoMessages() throws IOException {
        ObjectNode stop = Json.object()
                .put(Receiving.FIELD, "user_preferences")
                .put("type", "preferences")
                .put("category", "marketing_messages")
                .put("value", "stop");

        JsonNode change = told("16505551234", stop);

        JsonNode preference = change.path("value").path("user_preferences").path(0);
        assertThat(preference.path("wa_id").asText()).isEqualTo("16505551234");
        assertThat(preference.path("timestamp").isNumber()).isTrue();
        assertThat(preference.has("id")).isFalse();
        assertThat(change.path("value").has("messages")).isFalse();
    }

    @Test
    void aReferralStandsBesideTheMessage() throws IOException {
        ObjectNode message = text("Is it still there?");
        message.putObject("referral").put("source_type", "ad");

        JsonNode told =
                told("16505551234", message).path("value").path("messages").path(0);

        assertThat(told.path("referral").path("source_type").asText()).isEqualTo("ad");
        assertThat(isOpen("16505551234")).isTrue();
    }

    private JsonNode told(String person, ObjectNode content) throws IOException {
        String wamid = world.receiving().receive(number(), person, content);
        InboundMessage message = Objects.requireNonNull(world.transcript().inbound(wamid));
        byte[] body = WebhookBody.of(List.of(new Update.InboundUpdate(message, 0)));
        return Objects.requireNonNull(Json.read(body))
                .path("entry")
                .path(0)
                .path("changes")
                .path(0);
    }

    private boolean isOpen(String person) {
        return world.conversations()
                .person(number(), person)
                .path("window_open")
                .asBoolean();
    }

    private static ObjectNode text(String body) {
        ObjectNode content = Json.object().put("type", "text");
        content.putObject("text").put("body", body);
        return content;
    }

    private BusinessNumber number() {
        return Objects.requireNonNull(world.catalog().number(TestWorlds.STANDARD));
    }
}
