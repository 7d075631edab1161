package org.chasqui.messaging.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.chasqui.messaging.contacts.ConsentsChanged;

/** Tells customers who opted out and in. */
@ApplicationScoped
class ConsentEvents {
    @Inject
    EventLog events;

    @Inject
    Clock clock;

    void record(@Observes ConsentsChanged changed) {
        var now = clock.instant();
        events.record(changed.changes().stream()
                .map(change -> new NewEvent(
                        change.workspaceId(),
                        change.consent().optedOut() ? "contact.opt_out" : "contact.opt_in",
                        null,
                        null,
                        now,
                        data(change)))
                .toList());
    }

    private static ObjectNode data(ConsentsChanged.Change change) {
        var contact = change.contact();
        var consent = change.consent();
        var data = JsonNodeFactory.instance.objectNode();
        data.put("contact_id", contact.id().toString());
        if (contact.phone() != null) {
            data.put("phone", "+" + contact.phone());
        }
        if (contact.userId() != null) {
            data.put("user_id", contact.userId());
        }
        if (contact.displayName() != null) {
            data.put("name", contact.displayName());
        }
        data.put("category", consent.category());
        data.put("source", consent.source());
        if (consent.detail() != null) {
            data.put("detail", consent.detail());
        }
        return data.put("at", consent.at().toString());
    }
}
