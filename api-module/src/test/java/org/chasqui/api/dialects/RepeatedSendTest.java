package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.platform.rest.RepeatedCalls;
import org.junit.jupiter.api.Test;

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

    @Test
    void anotherKeySendsAgain() {
        send("order-7");
        send("order-8");

        assertThat(cast.takeSent()).hasSize(2);
    }
}
