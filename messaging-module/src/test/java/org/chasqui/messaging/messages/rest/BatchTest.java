package org.chasqui.messaging.messages.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.messages.Outcome;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final UUID WORKSPACE = new UUID(1, 1);

    @Test
    void everyItemHasItsOutcomeInItsPlace() {
        var items = List.<JsonNode>of(
                text("a"), JSON.textNode("no object"), text("b"), text("c").put("colour", "red"), text("d"));

        var outcomes =
                new Batch(items, Optional.empty()).run((wish, id) -> wish.command(WORKSPACE, id), BatchTest::refuseAll);

        assertThat(outcomes.stream().map(BatchTest::words))
                .containsExactly(
                        "text: a",
                        "A message must be an object.",
                        "text: b",
                        "colour: is not known here; known are audio, contacts, context, document, image, interactive,"
                                + " location, messaging_product, phone_number_id, reaction, recipient, recipient_type,"
                                + " sticker, template, text, to, ttl, type, video.",
                        "text: d");
    }

    @Test
    void anIdempotencyKeyGivesEachItemAnIdThatRises() {
        var reserved = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
        var items = new ArrayList<JsonNode>();
        for (int i = 0; i < Batch.MOST; i++) {
            items.add(text("x"));
        }
        var ids = new ArrayList<String>();

        for (int run = 0; run < 2; run++) {
            new Batch(items, Optional.of(reserved)).run((wish, id) -> wish.command(WORKSPACE, id), commands -> {
                commands.forEach(command ->
                        ids.add(Objects.requireNonNull(command.reservedId()).toString()));
                return refuseAll(commands);
            });
        }

        var first = ids.subList(0, Batch.MOST);
        assertThat(first).isSorted().doesNotHaveDuplicates();
        assertThat(ids.subList(Batch.MOST, ids.size())).isEqualTo(first);
        assertThat(UUID.fromString(first.get(0)).version()).isEqualTo(7);
        assertThat(UUID.fromString(first.get(999)).variant()).isEqualTo(2);
    }

    /** The domain names the place in the Cloud API's object; the client wrote a short form. */
    private static List<Outcome> refuseAll(List<SendMessage> commands) {
        return commands.stream()
                .<Outcome>map(command -> new Outcome.Refused(RequestFailed.invalid(
                        "text.body", command.content().path("body").asText())))
                .toList();
    }

    private static String words(Outcome outcome) {
        return Objects.requireNonNull(((Outcome.Refused) outcome).problem().getMessage());
    }

    private static ObjectNode text(String text) {
        return JSON.objectNode()
                .put("phone_number_id", "1")
                .put("to", "+14155550123")
                .put("text", text);
    }
}
