package org.chasqui.api.botmaker.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.chasqui.messaging.events.EventLog;
import org.chasqui.messaging.events.NewEvent;

/** Writes what became of calls, many of them in one transaction. */
@ApplicationScoped
class ResultWriter {
    @Inject
    EventLog events;

    /** Records events in their order, and answers with them. */
    @Transactional
    public List<NewEvent> write(List<NewEvent> results) {
        events.record(results);
        return results;
    }
}
