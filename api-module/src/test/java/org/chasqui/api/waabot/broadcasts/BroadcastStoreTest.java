package org.chasqui.api.waabot.broadcasts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.chasqui.api.waabot.parts.MessagePart;
import org.chasqui.api.waabot.parts.Parts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BroadcastStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.120Z");
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static final UUID NUMBER = new UUID(2, 2);
    private static ApiDatabase database;
    private static long made;

    private final BroadcastStore store = new BroadcastStore();
    private Broadcast broadcast;

    @BeforeAll
    static void openADatabase() {
        database = new ApiDatabase();
    }

    @BeforeEach
    void keepABroadcastToThree() {
        store.jdbc = database.sql();
        broadcast = new Broadcast(
                new UUID(7, ++made),
                WORKSPACE,
                NUMBER,
                Broadcast.GROUP,
                "1,2,3",
                JsonNodeFactory.instance.objectNode().put("text", "Hi"),
                List.of(Parts.text("Hi"), location()),
                "key",
                NOW,
                null);
        store.insert(
                broadcast,
                List.of(RecipientRow.waiting(1, "1"), RecipientRow.waiting(2, "2"), RecipientRow.waiting(3, "3")));
    }

    @Test
    void whatWasKeptIsRead() {
        assertThat(store.find(WORKSPACE, broadcast.id(), broadcast.id())).hasValueSatisfying(found -> {
            assertThat(found.sendType()).isEqualTo("group");
            assertThat(found.addressed()).isEqualTo("1,2,3");
            assertThat(found.message()).hasToString("{\"text\":\"Hi\"}");
            assertThat(found.parts()).extracting(MessagePart::type).containsExactly("text", "location");
            assertThat(found.parts().get(1).content().get("latitude").asDouble())
                    .isEqualTo(6.5);
            assertThat(found.createdAt()).isEqualTo(NOW);
            assertThat(found.isOpen()).isTrue();
        });
        assertThat(store.find(new UUID(1, 2), broadcast.id(), broadcast.id())).isEmpty();
    }

    @Test
    void recipientsHaveTheirTurnOnceAndInTheirOrder() {
        var first = store.waiting(broadcast.id(), 2);
        assertThat(first).extracting(RecipientRow::peer).containsExactly("1", "2");
        var text = new UUID(9, 1);
        var place = new UUID(9, 2);

        store.handOver(
                broadcast.id(),
                List.of(
                        first.get(0).handed(List.of(text, place), null),
                        first.get(1).handed(List.of(), "no")),
                NOW);

        assertThat(store.waiting(broadcast.id(), 10))
                .extracting(RecipientRow::peer)
                .containsExactly("3");
        assertThat(store.recipients(broadcast.id()))
                .containsExactly(
                        new RecipientRow(1, "1", true, List.of(text, place), null),
                        new RecipientRow(2, "2", true, List.of(), "no"),
                        RecipientRow.waiting(3, "3"));
    }

    @Test
    void whatIsClosedIsNotLookedAtAnyMore() {
        assertThat(store.open()).contains(broadcast.id());

        store.close(broadcast.id(), NOW);

        assertThat(store.open()).doesNotContain(broadcast.id());
        assertThat(store.tryLock(broadcast.id()).orElseThrow().isOpen()).isFalse();
    }

    @Test
    void listsAreNewestFirstOfAllNumbersOrOfOne() {
        var ids =
                store.list(WORKSPACE, null, 100, 0).stream().map(Broadcast::id).toList();

        assertThat(ids).startsWith(broadcast.id());
        assertThat(store.list(WORKSPACE, null, 100, 1)).hasSize(ids.size() - 1);
        assertThat(store.list(WORKSPACE, NUMBER, 100, 0)).hasSize(ids.size());
        assertThat(store.list(WORKSPACE, new UUID(2, 3), 100, 0)).isEmpty();
    }

    @Test
    void whatIsForgottenTakesItsRecipientsAlong() {
        store.lock(broadcast.id());
        store.delete(broadcast.id());

        assertThat(store.find(WORKSPACE, broadcast.id(), broadcast.id())).isEmpty();
        assertThat(store.recipients(broadcast.id())).isEmpty();
    }

    private static MessagePart location() {
        return new MessagePart(
                "location",
                JsonNodeFactory.instance.objectNode().put("latitude", 6.5).put("longitude", 3.2));
    }
}
