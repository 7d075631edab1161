package org.chasqui.api.botmaker.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.MessagesMoved;
import org.junit.jupiter.api.Test;

class NoteDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final List<List<MessageNote>> written = new ArrayList<>();
    private final NoteDesk desk = new NoteDesk();
    private boolean isAway;
    private long made;

    NoteDeskTest() {
        desk.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        desk.store = new NoteStore() {
            @Override
            void add(List<MessageNote> notes, Instant now) {
                if (isAway) {
                    throw new IllegalStateException("the database is away");
                }
                written.add(List.copyOf(notes));
            }
        };
    }

    private MessageNote announced() {
        var note = new MessageNote(new UUID(9, ++made), "A0", "order " + made, null, NOW);
        desk.announce(List.of(note));
        return note;
    }

    private static MessagesMoved stored(MessageNote... notes) {
        var moves = new ArrayList<>(List.of(Moves.toNew(new UUID(8, 8))));
        for (var note : notes) {
            moves.add(Moves.toNew(note.messageId()));
        }
        return new MessagesMoved("accept", moves);
    }

    @Test
    void messagesThatAreStoredTogetherAreNotedTogether() {
        var one = announced();
        var other = announced();
        announced();

        desk.stored(stored(one, other));

        assertThat(written).containsExactly(List.of(one, other));
        assertThat(desk.withdraw(one.messageId())).isTrue();
    }

    @Test
    void whatIsTriedOnceMoreIsNotedOnceMore() {
        var one = announced();
        isAway = true;
        assertThatThrownBy(() -> desk.stored(stored(one))).isInstanceOf(IllegalStateException.class);
        isAway = false;

        desk.stored(stored(one));

        assertThat(written).containsExactly(List.of(one));
    }

    @Test
    void whatBecomesOfAMessageLaterIsNotNoted() {
        var one = announced();

        desk.stored(new MessagesMoved("settle", List.of(Moves.toSent(one.messageId()))));

        assertThat(written).isEmpty();
        assertThat(desk.withdraw(one.messageId())).isFalse();
    }

    @Test
    void messagesOfOtherCallsAreNobodysBusiness() {
        desk.stored(stored());
        announced();
        desk.stored(stored());

        assertThat(written).isEmpty();
    }

    @Test
    void whatWasWithdrawnIsNotWaitedForAnyMore() {
        var one = announced();
        assertThat(desk.withdraw(one.messageId())).isFalse();

        desk.stored(stored(one));

        assertThat(written).isEmpty();
    }
}
