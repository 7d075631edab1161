package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.api.dialog360.Told;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.rest.RepeatedCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Botmaker's clients repeat a call that they got no answer to: with an Idempotency-Key nobody hears twice of it. */
class RepeatedSendTest {
    private static final UUID RESERVED = new UUID(9, 0x9000_0000_0000_0000L);

    private final Cast cast = new Cast();
    private final List<Dialect> dialects = new Stage(actors()).all(Dialect.class);

    /** Remembers as the database would. */
    private List<Object> actors() {
        var all = new ArrayList<Object>(cast.actors());
        all.add(new RepeatedCalls() {
            private final Map<String, Answered> known = new HashMap<>();

            @Override
            public Answered once(UUID workspaceId, UUID owner, String key, String what, byte[] content, Work work)
                    throws IOException {
                var before = known.get(key);
                if (before != null) {
                    return new Answered(before.status(), before.mediaType(), before.body(), true);
                }
                var answered = work.run(RESERVED);
                known.put(key, answered);
                return answered;
            }
        });
        return all;
    }

    private Exchange send(String key) {
        return Way.BOTMAKER
                .exchange()
                .with(RepeatedCalls.HEADER, key)
                .post(dialects, "/v2.0/chats-actions/send-messages", body());
    }

    private static ObjectNode body() {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("chat").put("channelId", Cast.CHANNEL).put("contactId", Cast.PERSON);
        body.putArray("messages").addObject().put("text", "Hello");
        return body;
    }

    @Test
    void theSameCallSendsOnce() {
        var first = send("order-7");
        var again = send("order-7");

        assertThat(cast.takeSent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.reservedId()).isEqualTo(RESERVED));
        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.headers()).containsEntry(RepeatedCalls.REPLAYED, "true");
    }

    private Exchange post(String path, String body) {
        try {
            return Way.BOTMAKER
                    .exchange()
                    .with(RepeatedCalls.HEADER, "order-7")
                    .post(dialects, path, new ObjectMapper().readTree(body));
        } catch (JsonProcessingException ours) {
            throw new IllegalArgumentException(body, ours);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v2.0/chats-actions/trigger-intent | {\"chat\":{\"channelId\":\"106540352242922\","
                        + "\"contactId\":\"14155550100\"},\"intentIdOrName\":\"order\",\"variables\":{\"1\":\"Ana\"}}",
                "/v2.0/chats-actions/send-reaction | {\"messageId\":\"" + Told.WAMID + "\",\"reaction\":\"❤\"}",
                "/api/v1.0/message/v3 | {\"chatPlatform\":\"whatsapp\",\"chatChannelNumber\":\"15550783881\","
                        + "\"platformContactId\":\"14155550100\",\"messageText\":\"Hello\"}",
                "/api/v1.0/intent/v2 | {\"chatPlatform\":\"whatsapp\",\"chatChannelNumber\":\"15550783881\","
                        + "\"platformContactId\":\"14155550100\",\"ruleNameOrId\":\"order\",\"params\":{\"1\":\"Ana\"}}"
            })
    void whatRunsAgainAfterACrashIsTheSameMessage(String path, String body) {
        var answer = post(path, body);

        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
        assertThat(cast.takeSent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.reservedId()).isEqualTo(RESERVED));
    }

    @Test
    void eachThingOfABatchHasAnIdOfItsOwnWheneverItRuns() {
        var item = "{\"chat\":{\"channelId\":\"106540352242922\",\"contactId\":\"1415555010%d\"},"
                + "\"intentIdOrName\":\"order\",\"variables\":{\"1\":\"Ana\"}}";
        post(
                "/v2.0/chats-actions/batch/trigger-intent",
                "{\"items\":[" + item.formatted(0) + "," + item.formatted(1) + "]}");

        assertThat(cast.takeSent())
                .extracting(SendMessage::reservedId)
                .containsExactly(RESERVED, new UUID(9, 0x9000_0000_0000_1000L));
    }

    @Test
    void anotherKeySendsAgain() {
        send("order-7");
        send("order-8");

        assertThat(cast.takeSent()).hasSize(2);
    }
}
