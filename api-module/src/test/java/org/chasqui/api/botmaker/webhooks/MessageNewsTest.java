package org.chasqui.api.botmaker.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.botmaker.messages.Files;
import org.chasqui.api.botmaker.messages.Origins;
import org.chasqui.api.botmaker.notes.MessageNote;
import org.chasqui.api.botmaker.notes.NoteStore;
import org.chasqui.api.botmaker.notifications.NotificationStore;
import org.chasqui.api.botmaker.subscriptions.Switches;
import org.chasqui.api.botmaker.templates.TemplateTexts;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.waabot.Letters;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageNewsTest {
    private static final UUID ID = new UUID(8, 8);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:02Z");

    private final MessageNews news = new MessageNews();
    private MessageView message = Letters.sent(ID, MessageStatus.SENT, "text", "{\"body\":\"Hi\"}");
    private Origins.From from = Origins.From.BOT;

    @BeforeEach
    void standInForTheRest() {
        news.messages = new Messages() {
            @Override
            public Optional<MessageView> find(UUID workspaceId, String idOrWamid) {
                return Optional.of(message).filter(one -> one.id().toString().equals(idOrWamid));
            }
        };
        news.origins = new Origins() {
            @Override
            public Map<UUID, From> of(UUID workspaceId, Collection<MessageView> messages) {
                return Map.of(ID, from);
            }
        };
        news.notes = new NoteStore() {
            @Override
            public Optional<MessageNote> find(UUID messageId) {
                return Optional.of(new MessageNote(ID, "A0", "order 7", "{\"size\":\"XL\"}", NOW));
            }
        };
        news.notifications = new NotificationStore();
        news.files = new Files() {
            @Override
            public @Nullable String url(MessageView one) {
                return one.type().equals("image") ? "https://wa.example.com/f" : null;
            }
        };
        news.texts = new TemplateTexts() {
            @Override
            public Map<UUID, String> of(Collection<MessageView> messages) {
                return Map.of();
            }
        };
        news.frame = new Frame() {
            @Override
            ObjectNode of(String type, @Nullable SenderNumber sender, String peer) {
                return JsonNodeFactory.instance.objectNode().put("type", type);
            }

            @Override
            Optional<SenderNumber> sender(UUID numberId) {
                return Optional.empty();
            }

            @Override
            Optional<ConversationView> conversation(UUID workspaceId, @Nullable UUID id) {
                return Optional.empty();
            }
        };
    }

    private static Switches only(Origins.@Nullable From from, boolean variables) {
        return new Switches(
                from == Origins.From.BOT,
                from == Origins.From.USER,
                from == Origins.From.AGENT,
                false,
                false,
                false,
                variables);
    }

    private Optional<ObjectNode> told(Switches switches, String type, String data) {
        var tree = tree(data);
        tree.put("id", ID.toString());
        return news.worded(switches, new EventView(new UUID(7, 7), type, NOW, new UUID(1, 1), "1", "{}"), tree);
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    @ParameterizedTest
    @Covers({"S2-22", "S2-23", "S2-24", "S2-29"})
    @CsvSource({"BOT, message.accepted, bot", "AGENT, message.accepted, operator", "USER, message.received, user"})
    void whoeverWroteIsASwitchOfItsOwn(Origins.From writer, String type, String word) {
        from = writer;

        assertThat(told(only(writer, false), type, "{}")
                        .orElseThrow()
                        .at("/messages/0/from")
                        .asText())
                .isEqualTo(word);
        for (var other : Origins.From.values()) {
            assertThat(told(only(other, true), type, "{}").isPresent()).isEqualTo(other == writer);
        }
    }

    @Test
    @Covers({"S2-11", "S2-28"})
    void aMessageTellsItsCallItsPayloadAndWhereWantedItsVariables() {
        var told = told(only(Origins.From.BOT, true), "message.accepted", "{}").orElseThrow();

        assertThat(told.get("txId").asText()).isEqualTo("A0");
        assertThat(told.get("webhookPayload").asText()).isEqualTo("order 7");
        assertThat(told.at("/variables/size").asText()).isEqualTo("XL");
        assertThat(told.at("/messages/0/message").asText()).isEqualTo("Hi");
        assertThat(told.at("/messages/0/hasAttachment").asBoolean()).isFalse();
        assertThat(told(only(Origins.From.BOT, false), "message.accepted", "{}")
                        .orElseThrow()
                        .has("variables"))
                .isFalse();
    }

    @Test
    void aFileStandsBesideItsText() {
        message = Letters.received(ID, "image", "{\"id\":\"1\",\"caption\":\"Look\"}");
        from = Origins.From.USER;
        var told = told(only(Origins.From.USER, false), "message.received", "{}")
                .orElseThrow()
                .at("/messages/0");

        assertThat(told.get("message").asText()).isEqualTo("Look");
        assertThat(told.get("image").asText()).isEqualTo("https://wa.example.com/f");
        assertThat(told.get("hasAttachment").asBoolean()).isTrue();
        assertThat(told.get("fromName").asText()).isEqualTo("Ana");
    }

    @ParameterizedTest
    @Covers("S2-25")
    @CsvSource({
        "message.sent, received",
        "message.delivered, delivered",
        "message.read, read",
        "message.failed, error",
        "message.expired, error",
        "message.cancelled, error"
    })
    void eachStepIsAStatus(String type, String status) {
        var switches = new Switches(false, false, false, true, false, false, false);
        var told = told(
                        switches,
                        type,
                        "{'steps':[{'status':'x','at':'2026-11-22T10:00:01.000Z'}],'error':{'code':131026,'title':'T'}}")
                .orElseThrow();

        assertThat(told.get("type").asText()).isEqualTo("status");
        assertThat(told.get("status").asText()).isEqualTo(status);
        assertThat(told.get("messageId").asText()).isEqualTo(BotmakerId.of(ID));
        assertThat(told.get("date").asText()).isEqualTo("2026-11-22T10:00:01.000Z");
        assertThat(told.has("error")).isEqualTo(status.equals("error"));
        assertThat(told(only(null, true), type, "{}")).isEmpty();
    }

    @Test
    @Covers("S2-26")
    void ofTemplatesAloneMeansOfNothingElse() {
        var switches = new Switches(false, false, false, false, true, false, false);

        assertThat(told(switches, "message.sent", "{}")).isEmpty();
        assertThat(told(switches, "message.sent", "{'template':'order'}")).isPresent();
    }

    @Test
    void otherStepsAreNoNews() {
        var all = new Switches(true, true, true, true, false, true, true);

        for (var type : List.of("message.uncertain", "message.played")) {
            assertThat(told(all, type, "{}")).isEmpty();
        }
    }
}
