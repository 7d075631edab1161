package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.junit.jupiter.api.Test;

/** A chat outlives the number that it was held with. */
class ChatOfGoneChannelTest {
    private final List<Dialect> dialects = new Stage(actors()).all(Dialect.class);

    private static List<Object> actors() {
        var all = new ArrayList<Object>();
        all.add(new PhoneNumbers() {
            @Override
            public Optional<SenderNumber> byId(UUID id) {
                return Optional.empty();
            }
        });
        all.addAll(new Cast().actors());
        return all;
    }

    @Test
    void isAWrongChatIdAsSeed002SaysAndNotAWrongAddress() {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("chat").put("chatId", BotmakerId.of(Cast.CONVERSATION_ID));
        body.putArray("messages").addObject().put("text", "Hello");

        var answer = Way.BOTMAKER.exchange().post(dialects, "/v2.0/chats-actions/send-messages", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/source").asText()).isEqualTo("chat.chatId");
    }
}
