package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.contacts.ContactBook;
import org.chasqui.messaging.contacts.Met;
import org.chasqui.messaging.conversations.ConversationStore;

/**
 * Numbers that Meta writes otherwise than we had them: its answer to a send has {@code input} and {@code wa_id}, and the
 * person will write from the second. The conversation goes on under it.
 */
@ApplicationScoped
class Resolutions {
    @Inject
    ContactBook contacts;

    @Inject
    ConversationStore conversations;

    /** A number that was dialled and the one that Meta made of it, both in digits. */
    record Resolved(UUID workspaceId, String dialled, String waId) {}

    void note(List<Resolved> resolved) {
        var met = new HashSet<Met>();
        var renamed = new HashMap<UUID, Map<String, String>>();
        for (var one : Set.copyOf(resolved)) {
            if (Met.isNumber(one.dialled()) && Met.isNumber(one.waId())) {
                met.add(Met.under(one.workspaceId(), one.waId()));
                renamed.computeIfAbsent(one.workspaceId(), id -> new HashMap<>())
                        .put(one.dialled(), one.waId());
            }
        }
        if (!met.isEmpty()) {
            contacts.meet(met);
            renamed.forEach(conversations::rename);
        }
    }
}
