package org.chasqui.api.botmaker.chats;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.contacts.ContactData;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.messages.Recipient;
import org.chasqui.platform.failure.RequestFailed;

/** Keeps what calls say of people. */
@ApplicationScoped
public class People {
    @Inject
    Contacts contacts;

    /**
     * Sets variables and tags of a person, who is made when he is not known.
     *
     * @param peer digits, or a business-scoped user id
     * @return the person as he is now; empty when he is not known and nothing was said of him
     * @throws RequestFailed VALIDATION_FAILED
     */
    @Transactional
    public Optional<ContactView> learn(UUID workspaceId, String peer, Variables said) {
        var data = said.data();
        if (said.isEmpty()) {
            return contacts.find(workspaceId, peer);
        }
        var person = known(workspaceId, peer);
        if (!said.variables().isEmpty()) {
            person = contacts.change(workspaceId, person.id(), data);
        }
        if (!said.tagsAdded().isEmpty() || !said.tagsRemoved().isEmpty()) {
            person = contacts.tag(workspaceId, person.id(), said.tagsAdded(), said.tagsRemoved());
        }
        return Optional.of(person);
    }

    /** A person by what messages go to; he is made when he is not known. */
    @Transactional
    public ContactView known(UUID workspaceId, String peer) {
        return contacts.find(workspaceId, peer).orElseGet(() -> {
            boolean isUserId = Recipient.isUserId(peer);
            contacts.keep(
                    workspaceId,
                    List.of(new ContactData(
                            isUserId ? null : peer, isUserId ? peer : null, null, null, null, null, null)));
            return contacts.find(workspaceId, peer).orElseThrow();
        });
    }
}
