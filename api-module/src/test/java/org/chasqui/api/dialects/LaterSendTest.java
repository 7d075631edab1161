package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.chasqui.api.dialog360.Told;
import org.chasqui.messaging.messages.MessageError;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients of Meta's own API store the wamid that an answer has: it waits for Meta, and holds no thread meanwhile. */
class LaterSendTest {
    private final Cast cast = new Cast();
    private final List<Dialect> dialects = new Stage(cast.actors()).all(Dialect.class);
    private final CompletableFuture<MessageView> meta = new CompletableFuture<>();

    @BeforeEach
    void metaTakesItsTime() {
        cast.answersLater(meta);
    }

    @ParameterizedTest
    @CsvSource({
        "GRAPH, /graph/v24.0/" + Scenery.NUMBER + "/messages, 200",
        "DIALOG360, /messages, 200",
        "ON_PREMISE, /cbot/onprem/v1/messages, 201"
    })
    void theWamidComesWhenMetaHasAnswered(Way way, String path, int status) {
        var exchange = way.exchange().post(dialects, path, body(path));
        assertThat(exchange.status()).as(exchange.text()).isZero();
        assertThat(exchange.isLater()).isTrue();

        meta.complete(Told.outbound("text", MessageStatus.ACCEPTED, Told.WAMID, null));

        assertThat(exchange.status()).as(exchange.text()).isEqualTo(status);
        assertThat(exchange.json().at("/messages/0/id").asText()).isEqualTo(Told.WAMID);
    }

    @ParameterizedTest
    @CsvSource({
        "GRAPH, /graph/v24.0/" + Scenery.NUMBER + "/messages, /error/code, 131026",
        "DIALOG360, /messages, /error/code, 131026",
        "ON_PREMISE, /cbot/onprem/v1/messages, /errors/0/details, '(#131026) No WhatsApp there.'"
    })
    void whatMetaRefusesIsSaidInMetasWords(Way way, String path, String pointer, String said) {
        var exchange = way.exchange().post(dialects, path, body(path));

        meta.complete(Told.outbound(
                "text",
                MessageStatus.FAILED,
                null,
                new MessageError(131026, "Message undeliverable", "No WhatsApp there.", "")));

        assertThat(exchange.status()).isBetween(400, 499);
        assertThat(exchange.json().at(pointer).asText()).as(exchange.text()).isEqualTo(said);
        assertThat(exchange.completions()).isOne();
    }

    private static ObjectNode body(String path) {
        var body = JsonNodeFactory.instance.objectNode();
        if (!path.contains("onprem")) {
            body.put("messaging_product", "whatsapp");
        }
        body.put("to", Cast.PERSON).put("type", "text").putObject("text").put("body", "Hello");
        return body;
    }
}
