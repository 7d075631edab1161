package org.chasqui.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.dispatch.NumberHealth;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** Finds what needs a person: numbers that rest, messages whose fate is unknown, failures, keys that end soon. */
@RequestScoped
class Needs {
    private static final Texts TEXTS = Texts.of("overview");
    private static final String MESSAGES = "/console/messages.xhtml?";
    private static final long COUNTED_UP_TO = 1_000;
    private static final Duration SOON = Duration.ofDays(7);

    @Inject
    CurrentUser me;

    @Inject
    Messages messages;

    @Inject
    ApiKeys keys;

    @Inject
    Formats formats;

    @Inject
    Clock clock;

    List<Need> find(List<SenderNumber> numbers, List<NumberHealth> health) {
        var needs = new ArrayList<Need>();
        for (var number : numbers) {
            var name = number.verifiedName() == null ? number.displayPhoneNumber() : number.verifiedName();
            health.stream()
                    .filter(one -> one.numberId().equals(number.id()) && one.hold() != null)
                    .forEach(one -> needs.add(new Need(
                            Need.Look.HELD,
                            TEXTS.get("need.held", name),
                            TEXTS.get(
                                    "need.held.detail",
                                    String.valueOf(one.hold()),
                                    formats.when(one.heldUntil()),
                                    Formats.count(one.waiting())),
                            MESSAGES + "status=queued&number=" + number.phoneNumberId(),
                            TEXTS.get("need.held.action"))));
            quality(number, name, needs);
        }
        uncertain(health, needs);
        failed(needs);
        if (me.isMayManageKeys()) {
            endingKeys(needs);
        }
        return needs;
    }

    private static void quality(SenderNumber number, String name, List<Need> needs) {
        var rows = MESSAGES + "status=failed&number=" + number.phoneNumberId();
        if (!number.status().equals("CONNECTED")) {
            var title = TEXTS.get("need.status", name, number.status());
            needs.add(new Need(Need.Look.FAILED, title, TEXTS.get("need.status.detail"), rows, TEXTS.get("need.look")));
        } else if (number.qualityRating().equals("RED")
                || number.qualityRating().equals("YELLOW")) {
            var title = TEXTS.get("need.quality", name, number.qualityRating());
            needs.add(
                    new Need(Need.Look.QUALITY, title, TEXTS.get("need.quality.detail"), rows, TEXTS.get("need.look")));
        }
    }

    private void uncertain(List<NumberHealth> health, List<Need> needs) {
        var count = health.stream().mapToLong(NumberHealth::uncertain).sum();
        if (count > 0) {
            needs.add(new Need(
                    Need.Look.UNCERTAIN,
                    TEXTS.get("need.uncertain", count),
                    TEXTS.get("need.uncertain.detail"),
                    MESSAGES + "status=uncertain",
                    TEXTS.get("need.look")));
        }
    }

    private void failed(List<Need> needs) {
        UUID workspace = me.workspaceId();
        var failed = new MessageFilter(
                null, null, null, Set.of(MessageStatus.FAILED), null, null, null, formats.startOfToday(), null);
        var count = messages.count(workspace, failed, COUNTED_UP_TO);
        if (count > 0) {
            var last = messages.list(workspace, failed, 1, null).stream()
                    .findFirst()
                    .map(message -> message.error())
                    .map(error -> TEXTS.get(
                            "need.failed.detail",
                            error.code() == 0 ? "" : Integer.toString(error.code()),
                            error.title()))
                    .orElse("");
            var shown = count == COUNTED_UP_TO ? Formats.count(count) + "+" : Formats.count(count);
            needs.add(new Need(
                    Need.Look.FAILED,
                    TEXTS.get("need.failed", count, shown),
                    last,
                    MESSAGES + "status=failed&since=today",
                    TEXTS.get("need.failed.action")));
        }
    }

    private void endingKeys(List<Need> needs) {
        var now = clock.instant();
        for (var key : keys.list(me.workspaceId())) {
            var end = key.expiresAt();
            if (end != null && key.isValid(now) && end.isBefore(now.plus(SOON))) {
                needs.add(new Need(
                        Need.Look.KEY,
                        TEXTS.get("need.key", key.name()),
                        TEXTS.get("need.key.detail", formats.when(end)),
                        "/console/keys.xhtml",
                        TEXTS.get("need.look")));
            }
        }
    }
}
