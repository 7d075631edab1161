package org.chasqui.api.dialog360.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.retention.Kept;
import org.chasqui.messaging.retention.Perishable;

/**
 * What clients want to have back with each status of a message: their {@code biz_opaque_callback_data}. To Meta goes our own, by
 * which we know the message again, so that theirs is kept here. It goes with the events that it is told in.
 */
@ApplicationScoped
public class Echoes implements Perishable {
    private static final int WINDOW = 1_000;

    @Inject
    EchoStore store;

    @Inject
    Clock clock;

    /**
     * Keeps what is to be echoed, in a transaction of its own and before the message is sent: its first status may come before the
     * call is answered. A message that is refused leaves it behind, for its time.
     */
    @Transactional
    public void keep(UUID messageId, String callbackData) {
        store.put(messageId, callbackData, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** What is to be echoed with the statuses of a message; empty for nothing. */
    @Transactional
    public Optional<String> of(UUID messageId) {
        return store.find(messageId);
    }

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
