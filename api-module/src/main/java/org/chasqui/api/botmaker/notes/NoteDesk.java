package org.chasqui.api.botmaker.notes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.MessagesMoved;

/**
 * Notes messages in the transaction that stores them. A note is announced before its message is handed over, and goes in with it:
 * both are there or neither, whatever fails, no event of a message is told before its note is there, and what is refused has left
 * nothing. Messages are stored many at a time, and so are their notes.
 */
@ApplicationScoped
class NoteDesk {
    /** A message that was not stored in time may be stored a little later; by then it is, or never will be. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    @Inject
    NoteStore store;

    @Inject
    Clock clock;

    private final Cache<UUID, Announced> announced =
            Caffeine.newBuilder().expireAfterWrite(LONGEST_WAIT).build();

    /** A note that waits for its message. The call reads on its thread what the thread that stores has set. */
    private static final class Announced {
        private final MessageNote note;
        private volatile boolean isTaken;

        private Announced(MessageNote note) {
            this.note = note;
        }
    }

    /** Has notes be written with their messages. */
    void announce(List<MessageNote> notes) {
        notes.forEach(note -> announced.put(note.messageId(), new Announced(note)));
    }

    /** Runs in the transaction that stores messages, once more when it is tried once more. */
    void stored(@Observes MessagesMoved event) {
        if (announced.estimatedSize() == 0) {
            return;
        }
        var notes = new ArrayList<MessageNote>();
        for (var move : event.moves()) {
            var waiting = move.from() == null ? announced.getIfPresent(move.messageId()) : null;
            if (waiting != null) {
                waiting.isTaken = true;
                notes.add(waiting.note);
            }
        }
        if (!notes.isEmpty()) {
            store.add(notes, clock.instant());
        }
    }

    /**
     * Ends the wait of a note whose message has been stored or refused.
     *
     * @return whether a transaction has taken the note along
     */
    boolean withdraw(UUID messageId) {
        var waiting = announced.asMap().remove(messageId);
        return waiting != null && waiting.isTaken;
    }

    /** Notes messages that an earlier run of the same call has stored. */
    @Transactional
    public void add(List<MessageNote> notes) {
        store.add(notes, clock.instant());
    }
}
