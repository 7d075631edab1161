package org.chasqui.api.botmaker.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notes that nobody keeps, for tests that have no database. */
public final class ForgetfulNotes extends NoteStore {
    @Override
    void add(List<MessageNote> notes, Instant now) {}

    @Override
    public Optional<MessageNote> find(UUID messageId) {
        return Optional.empty();
    }
}
