package org.chasqui.api.botmaker.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.testing.ApiDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NoteStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static ApiDatabase database;
    private static long made;

    private final NoteStore store = new NoteStore(database.sql());

    @BeforeAll
    static void openADatabase() {
        database = new ApiDatabase();
    }

    private static MessageNote note(Instant at) {
        return new MessageNote(new UUID(9, ++made), "A0B1C2D3E4F5G6H7I8J9", "order " + made, null, at);
    }

    @Test
    @Covers("S2-11")
    void whatTheClientWantsBackIsKeptWithItsMessage() {
        var first = new MessageNote(new UUID(9, ++made), "A", "order 7", "{\"name\":\"Ana\"}", NOW);
        var second = new MessageNote(new UUID(9, ++made), "A", null, null, NOW);
        store.add(List.of(first, second), NOW);

        assertThat(store.find(first.messageId())).contains(first);
        assertThat(store.find(second.messageId())).contains(second);
        assertThat(store.find(new UUID(9, 0))).isEmpty();
    }

    @Test
    void theSameMessageOfARepeatedCallHasTheNoteOfItsLastRun() {
        var first = note(NOW);
        var again = new MessageNote(first.messageId(), "B", first.webhookPayload(), null, NOW);
        store.add(List.of(first), NOW);
        store.add(List.of(again), NOW);

        assertThat(store.find(first.messageId())).contains(again);
    }

    @Test
    void halfACharacterIsKeptAsNearlyAsItCanBeAndFailsNobody() {
        var half = new MessageNote(new UUID(9, ++made), "A", "order \ud83d", "{\"name\":\"\\u0000\"}", NOW);
        var whole = note(NOW);
        store.add(List.of(half, whole), NOW);

        assertThat(store.find(half.messageId()).orElseThrow().webhookPayload()).startsWith("order ");
        assertThat(store.find(whole.messageId())).contains(whole);
    }

    @Test
    void oldOnesGoAFewAtATime() {
        var longAgo = NOW.minusSeconds(1_000_000);
        var old = List.of(note(longAgo), note(longAgo), note(longAgo));
        var young = note(NOW);
        store.add(old, longAgo);
        store.add(List.of(young), NOW);

        assertThat(store.removeBefore(NOW.minusSeconds(1), 2)).isEqualTo(2);
        assertThat(store.removeBefore(NOW.minusSeconds(1), 2)).isEqualTo(1);
        assertThat(store.find(young.messageId())).isPresent();
    }
}
