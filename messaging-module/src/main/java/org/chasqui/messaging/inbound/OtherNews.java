package org.chasqui.messaging.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.events.EventLog;
import org.chasqui.messaging.events.NewEvent;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/**
 * What Meta tells that is no message: passed on as the event {@code account.update} with Meta's own field and value, to
 * each workspace that has a number of the account.
 */
@ApplicationScoped
class OtherNews {
    private static final String TYPE = "account.update";

    @Inject
    PhoneNumbers numbers;

    @Inject
    EventLog events;

    @Inject
    Clock clock;

    void pass(List<Envelope.Other> others) {
        var now = clock.instant();
        var told = new ArrayList<NewEvent>();
        for (var other : others) {
            var number = other.phoneNumberId().isEmpty()
                    ? null
                    : numbers.byPhoneNumberId(other.phoneNumberId()).orElse(null);
            if (number != null) {
                told.add(event(other, number.workspaceId(), number, now));
            } else {
                workspacesOf(other.wabaId()).forEach(workspace -> told.add(event(other, workspace, null, now)));
            }
        }
        events.record(told);
    }

    private List<UUID> workspacesOf(String wabaId) {
        var workspaces = new LinkedHashMap<UUID, Boolean>();
        for (var number : numbers.all()) {
            if (number.wabaId().equals(wabaId)) {
                workspaces.put(number.workspaceId(), true);
            }
        }
        return List.copyOf(workspaces.keySet());
    }

    private static NewEvent event(Envelope.Other other, UUID workspace, @Nullable SenderNumber number, Instant now) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("field", Clean.text(other.field()));
        data.put("waba_id", Clean.text(other.wabaId()));
        if (number != null) {
            data.put("phone_number_id", number.phoneNumberId());
        }
        data.set("value", other.value());
        return new NewEvent(workspace, TYPE, number == null ? null : number.id(), null, now, data);
    }
}
