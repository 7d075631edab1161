package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.messaging.contacts.Consents;
import org.chasqui.messaging.contacts.ContactBook;
import org.chasqui.messaging.contacts.Met;

/** People of whom Meta's answer to a send says that they want no marketing: it is kept, so that nobody tries again. */
@ApplicationScoped
class OptOuts {
    @Inject
    ContactBook contacts;

    @Inject
    Consents consents;

    /** Somebody to whom a message was refused. */
    record Refused(UUID workspaceId, String peer, Instant at) {
        private Met met() {
            return Met.under(workspaceId, peer);
        }
    }

    void note(List<Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        var met = new HashSet<Met>();
        refused.forEach(one -> met.add(one.met()));
        var people = contacts.meet(met);
        var said = new ArrayList<Consent>();
        for (var one : refused) {
            var person = people.get(one.met());
            if (person != null) {
                said.add(Consent.stoppedAtMeta(person.id(), one.at()));
            }
        }
        consents.record(said);
    }
}
