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
     * Sets variables and tags of a person, who is made when he is not known; that is committed with what other calls say, and
     * stays whatever becomes of this one. Where nothing is said, nothing is done.
     *
     * @param peer digits, or a business-scoped user id
     * @throws RequestFailed VALIDATION_FAILED, or SERVICE_UNAVAILABLE
     */
    public Acquaintance learn(UUID workspaceId, String peer, Variables said) {
        if (said.isEmpty()) {
            return new Acquaintance(said, () -> contacts.find(workspaceId, peer));
        }
        var person = contacts.note(said.remark(workspaceId, peer));
        return new Acquaintance(said, () -> Optional.of(person));
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
