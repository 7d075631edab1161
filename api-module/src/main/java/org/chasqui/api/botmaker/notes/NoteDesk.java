package org.chasqui.api.botmaker.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Notes messages in transactions of their own: before they are sent, and not undone by what happens to them. */
@ApplicationScoped
class NoteDesk {
    @Inject
    NoteStore store;

    @Inject
    Clock clock;

    @Transactional
    public void add(List<MessageNote> notes) {
        if (!notes.isEmpty()) {
            store.add(notes, clock.instant());
        }
    }

    @Transactional
    public void remove(Collection<UUID> messageIds) {
        store.remove(messageIds);
    }
}
