package org.chasqui.api.botmaker.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.messaging.retention.Kept;
import org.chasqui.messaging.retention.Perishable;

/** Notes go with the events that they are told in. */
@ApplicationScoped
class OldNotes implements Perishable {
    private static final int WINDOW = 1_000;

    @Inject
    NoteStore store;

    @Override
    public Kept kept() {
        return Kept.EVENTS;
    }

    @Override
    @Transactional
    public Batch removeNext(Instant before, String after) {
        int removed = store.removeBefore(before, WINDOW);
        return new Batch(removed, removed < WINDOW ? Optional.empty() : Optional.of("more"));
    }
}
