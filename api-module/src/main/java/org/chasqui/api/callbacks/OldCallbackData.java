package org.chasqui.api.callbacks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.messaging.retention.Kept;
import org.chasqui.messaging.retention.Perishable;

/** Callback data goes with the events that it is told in. */
@ApplicationScoped
class OldCallbackData implements Perishable {
    private static final int WINDOW = 1_000;

    @Inject
    CallbackData data;

    @Override
    public Kept kept() {
        return Kept.EVENTS;
    }

    @Override
    @Transactional
    public Batch removeNext(Instant before, String after) {
        int removed = data.removeBefore(before, WINDOW);
        return new Batch(removed, removed < WINDOW ? Optional.empty() : Optional.of("more"));
    }
}
