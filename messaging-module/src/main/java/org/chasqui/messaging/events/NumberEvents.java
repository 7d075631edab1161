package org.chasqui.messaging.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.chasqui.platform.accounts.AccountAdded;
import org.chasqui.platform.accounts.AccountNotice;
import org.chasqui.platform.accounts.NumberAdded;
import org.chasqui.platform.accounts.NumberChanged;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

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

    /** A number that is new has a status from now on: who waits for that hears of it as of every later one. */
    void record(@Observes NumberAdded added) {
        var number = added.number();
        var status = new NumberChanged(
                number,
                added.held(),
                NumberChanged.What.STATUS,
                null,
                number.status(),
                "check",
                null,
                null,
                added.at());
        events.record(List.of(
                new NewEvent(
                        number.workspaceId(),
                        "number.connected",
                        number.id(),
                        null,
                        added.at(),
                        data(number, added.held())),
                new NewEvent(number.workspaceId(), type(status.what()), number.id(), null, added.at(), data(status))));
    }

    void record(@Observes AccountAdded added) {
        var account = added.account();
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("id", account.id().toString())
                .put("waba_id", account.wabaId())
                .put("name", account.name())
                .put("currency", account.currency())
                .put("status", account.status());
        events.record(List.of(new NewEvent(added.workspaceId(), "account.connected", null, null, added.at(), data)));
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
        var data = data(changed.number(), changed.held());
        data.put("what", changed.what().word());
        data.put("before", changed.before());
        data.put("after", changed.after());
        data.put("source", changed.source());
        if (changed.field() != null) {
            data.put("field", changed.field());
            data.set("value", changed.value());
        }
        return data;
    }

    private static ObjectNode data(SenderNumber number, @Nullable String held) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("phone_number_id", number.phoneNumberId())
                .put("waba_id", number.wabaId())
                .put("display_phone_number", number.displayPhoneNumber())
                .put("status", number.status())
                .put("quality_rating", number.qualityRating())
                .put("messaging_limit_tier", number.messagingLimit())
                .put("verified_name", number.verifiedName())
                .put("held_because", held);
    }
}
