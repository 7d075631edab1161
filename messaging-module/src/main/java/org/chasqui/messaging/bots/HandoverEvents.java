package org.chasqui.messaging.bots;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import org.chasqui.messaging.events.ConversationData;
import org.chasqui.messaging.events.EventLog;
import org.chasqui.messaging.events.NewEvent;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/** Tells customers when a person gets a conversation, and when it goes back to its bot. */
@ApplicationScoped
class HandoverEvents {
    @Inject
    EventLog events;

    @Inject
    PhoneNumbers numbers;

    void record(@Observes HandoversMoved moved) {
        events.record(moved.changes().stream().map(this::event).toList());
    }

    private NewEvent event(HandoversMoved.Change change) {
        var conversation = change.conversation();
        boolean isWithPerson = change.handling().by() == Handling.By.PERSON;
        return new NewEvent(
                conversation.workspaceId(),
                isWithPerson ? "conversation.handover" : "conversation.returned",
                conversation.numberId(),
                conversation.id(),
                change.at(),
                data(change));
    }

    private ObjectNode data(HandoversMoved.Change change) {
        var conversation = change.conversation();
        var handling = change.handling();
        var data = ConversationData.of(
                conversation,
                numbers.byId(conversation.numberId())
                        .map(SenderNumber::phoneNumberId)
                        .orElse(null));
        var json = data.putObject("handling");
        json.put("by", handling.by().wireName());
        put(json, "bot_id", handling.botId());
        put(json, "since", handling.since());
        put(json, "until", handling.until());
        var cause = handling.cause();
        put(json, "cause", cause == null ? null : cause.wireName());
        put(json, "assignee", handling.assignee());
        put(json, "note", handling.note());
        return data;
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value instanceof Instant at ? at.toString() : String.valueOf(value));
        }
    }
}
