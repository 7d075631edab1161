package org.chasqui.api.waabot.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.waabot.ids.ObjectId;
import org.chasqui.messaging.contacts.ContactFilter;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;

/** The contacts of a workspace under the ids of the dialect. */
@ApplicationScoped
public class AddressBook {
    @Inject
    Contacts contacts;

    /** A person by his 24 digits, or by our own id or a number under which he comes. */
    public Optional<ContactView> find(UUID workspaceId, String id) {
        return ObjectId.parse(id)
                .map(range -> contacts.list(workspaceId, ContactFilter.none(), 1, range.behind()).stream()
                        .filter(person -> range.holds(person.id()))
                        .findFirst())
                .orElseGet(() -> contacts.find(workspaceId, id));
    }
}
