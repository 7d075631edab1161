package org.chasqui.messaging.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.chasqui.platform.accounts.AccountNotice;
import org.chasqui.platform.accounts.NumberChanged;

/** Tells customers what becomes of their numbers and accounts. */
@ApplicationScoped
class NumberEvents {
    @Inject
    EventLog events;

    void record(@Observes NumberChanged changed) {
        events.record(List.of(new NewEvent(
                changed.number().workspaceId(),
                type(changed.what()),
                changed.number().id(),
                null,
                changed.at(),
                data(changed))));
    }

    /** What we have found out about an account ourselves, in the shape of what Meta tells. */
    void record(@Observes AccountNotice notice) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("field", notice.field());
        data.put("waba_id", notice.wabaId());
        data.set("value", notice.value());
        events.record(List.of(new NewEvent(notice.workspaceId(), "account.update", null, null, notice.at(), data)));
    }

    private static String type(NumberChanged.What what) {
        return switch (what) {
            case QUALITY -> "number.quality";
            case STATUS, SENDING -> "number.status";
            case LIMIT, THROUGHPUT -> "number.limit";
            case NAME, NAME_STATUS -> "number.name";
        };
    }

    private static ObjectNode data(NumberChanged changed) {
        var number = changed.number();
        var data = JsonNodeFactory.instance.objectNode();
        data.put("phone_number_id", number.phoneNumberId());
        data.put("waba_id", number.wabaId());
        data.put("display_phone_number", number.displayPhoneNumber());
        data.put("what", changed.what().word());
        data.put("before", changed.before());
        data.put("after", changed.after());
        data.put("status", number.status());
        data.put("quality_rating", number.qualityRating());
        data.put("messaging_limit_tier", number.messagingLimit());
        data.put("verified_name", number.verifiedName());
        data.put("held_because", changed.held());
        data.put("source", changed.source());
        if (changed.field() != null) {
            data.put("field", changed.field());
            data.set("value", changed.value());
        }
        return data;
    }
}
