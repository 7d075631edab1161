package org.chasqui.messaging.bots.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Caller;

/** The conversations that the calling key may see. */
@RequestScoped
class OwnConversations {
    @Inject
    Conversations conversations;

    @Inject
    Caller caller;

    /**
     * A conversation of a number that the key may use.
     *
     * @throws RequestFailed NOT_FOUND
     */
    ConversationView demand(String id) {
        var uuid = OwnBots.uuid(id);
        if (uuid == null) {
            throw RequestFailed.notFound("conversation", id);
        }
        return conversations
                .find(caller.workspaceId(), uuid)
                .filter(view -> caller.mayUse(view.numberId()))
                .orElseThrow(() -> RequestFailed.notFound("conversation", id));
    }
}
