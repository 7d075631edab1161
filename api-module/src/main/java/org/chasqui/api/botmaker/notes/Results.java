package org.chasqui.api.botmaker.notes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.events.EventLog;
import org.chasqui.messaging.events.NewEvent;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Tells what happened to calls and to the variables of people: events like all others, with the same retries. */
@ApplicationScoped
public class Results {
    /** The type of the event that tells of variables which were set. */
    public static final String VARIABLES = "contact.variables";

    @Inject
    ResultDesk desk;

    @Inject
    EventLog events;

    @Inject
    Clock clock;

    /**
     * Tells what became of a call; that is committed with what became of others.
     *
     * @throws RequestFailed SERVICE_UNAVAILABLE
     */
    public void tell(Result result) {
        var sender = result.sender();
        desk.tell(event(sender.workspaceId(), Result.EVENT, sender.id(), null, result.data()));
    }

    /** Tells that variables of a person were set. */
    @Transactional
    public void tellVariables(ConversationView conversation, ObjectNode variables) {
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("conversation_id", conversation.id().toString());
        data.set("variables", variables);
        var told = event(conversation.workspaceId(), VARIABLES, conversation.numberId(), conversation.id(), data);
        events.record(List.of(told));
    }

    private NewEvent event(
            UUID workspaceId, String type, UUID numberId, @Nullable UUID conversationId, ObjectNode data) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new NewEvent(workspaceId, type, numberId, conversationId, now, data);
    }
}
