package org.chasqui.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chasqui.messaging.events.EventLog;
import org.chasqui.messaging.events.NewEvent;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.MetaNews;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;

/**
 * What Meta tells that is no message: told as {@link MetaNews} to those who know the field, and what none of them takes
 * is passed on to customers as the event {@code account.update} with Meta's own field and value.
 */
@ApplicationScoped
class OtherNews {
    private static final String TYPE = "account.update";

    @Inject
    PhoneNumbers numbers;

    @Inject
    Accounts accounts;

    @Inject
    EventLog events;

    @Inject
    Event<MetaNews> news;

    @Inject
    Clock clock;

    void pass(List<Envelope.Other> others) {
        var now = clock.instant();
        for (var other : others) {
            read(other, now).ifPresent(change -> {
                news.fire(change);
                if (!change.isTaken()) {
                    events.record(List.of(event(change, other.value(), now)));
                }
            });
        }
    }

    /** The change with our ids; empty when it is about an account and a number that are not connected here. */
    private Optional<MetaNews> read(Envelope.Other other, Instant now) {
        var wabaId = account(other);
        var number = number(other, wabaId);
        return number.map(SenderNumber::workspaceId)
                .or(() -> accounts.workspaceOf(wabaId))
                .map(workspace -> new MetaNews(
                        workspace,
                        Clean.text(wabaId),
                        number.map(SenderNumber::id).orElse(null),
                        Clean.text(other.field()),
                        other.value().isMissingNode() ? "null" : Clean.json(other.value()),
                        now,
                        other.entrySeconds() > 0 ? Instant.ofEpochSecond(other.entrySeconds()) : null));
    }

    /** News of partners come under the id of the partner's business and name the account inside. */
    private static String account(Envelope.Other other) {
        var inside = other.value().at("/waba_info/waba_id").asText("");
        return inside.isEmpty() ? other.wabaId() : inside;
    }

    private Optional<SenderNumber> number(Envelope.Other other, String wabaId) {
        if (!other.phoneNumberId().isEmpty()) {
            return numbers.byPhoneNumberId(other.phoneNumberId());
        }
        var display = digits(other.value(), "display_phone_number");
        return numbers.byDisplayNumber(wabaId, display.isEmpty() ? digits(other.value(), "phone_number") : display);
    }

    private static String digits(JsonNode value, String member) {
        return value.path(member).asText("").replaceAll("\\D", "");
    }

    private NewEvent event(MetaNews change, JsonNode value, Instant now) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("field", change.field());
        data.put("waba_id", change.wabaId());
        var number = change.numberId();
        if (number != null) {
            numbers.byId(number).ifPresent(known -> data.put("phone_number_id", known.phoneNumberId()));
        }
        data.set("value", value);
        return new NewEvent(change.workspaceId(), TYPE, number, null, now, data);
    }
}
