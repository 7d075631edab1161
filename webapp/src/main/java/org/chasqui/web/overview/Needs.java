package org.chasqui.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.chasqui.analytics.rollups.CountAlarm;
import org.chasqui.analytics.rollups.Reconciliation;
import org.chasqui.messaging.dispatch.NumberHealth;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.webhooks.WebhookStatus;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.accounts.health.Finding;
import org.chasqui.platform.accounts.health.HealthChecks;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.chasqui.web.webhooks.WebhookRow;

/** Finds what needs a person: numbers that rest, endpoints that fail, messages whose fate is unknown, keys that end soon. */
@RequestScoped
class Needs {
    private static final Texts TEXTS = Texts.of("overview");
    private static final String MESSAGES = "/console/messages.xhtml?";
    private static final long COUNTED_UP_TO = 1_000;
    private static final Duration SOON = Duration.ofDays(7);
    private static final Duration FAILS_LONG = Duration.ofHours(1);
    private static final Duration TOKEN_SOON = Duration.ofDays(14);
    private static final String NUMBERS = "/console/numbers.xhtml";

    /** Checks whose findings are needs of their own. */
    private static final Set<String> SAID_ABOVE = Set.of("quality", "registration", "can_send", "token");

    /** Checks of which a warning is reason enough to look: what does not come in is missed by nobody but us. */
    private static final Set<String> ALARMS = Set.of("inbound", "counts");

    @Inject
    CurrentUser me;

    @Inject
    Messages messages;

    @Inject
    ApiKeys keys;

    @Inject
    Accounts accounts;

    @Inject
    HealthChecks healthChecks;

    @Inject
    Webhooks webhooks;

    @Inject
    Reconciliation counts;

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
                            held(one),
                            MESSAGES + "status=queued&number=" + number.phoneNumberId(),
                            TEXTS.get("need.held.action"))));
            quality(number, name, needs);
        }
        accounts(needs);
        checks(numbers, needs);
        webhooks(needs);
        counts(counts.alarms(me.workspaceId()), formats::when).ifPresent(needs::add);
        uncertain(health, needs);
        failed(needs);
        if (me.isMayManageKeys()) {
            endingKeys(needs);
        }
        return needs;
    }

    private String held(NumberHealth one) {
        var until = one.heldUntil();
        return until == null
                ? TEXTS.get("need.held.open", String.valueOf(one.hold()), Formats.count(one.waiting()))
                : TEXTS.get(
                        "need.held.detail",
                        String.valueOf(one.hold()),
                        formats.when(until),
                        Formats.count(one.waiting()));
    }

    private static void quality(SenderNumber number, String name, List<Need> needs) {
        var rows = "/console/number.xhtml?id=" + number.phoneNumberId();
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

    /** Tokens that end, and accounts that Meta is about to disable. */
    private void accounts(List<Need> needs) {
        var soon = clock.instant().plus(TOKEN_SOON);
        for (var account : accounts.list(me.workspaceId())) {
            var end = account.tokenEndsAt();
            if (end != null && end.isBefore(soon)) {
                needs.add(new Need(
                        end.isBefore(clock.instant()) ? Need.Look.FAILED : Need.Look.KEY,
                        TEXTS.get("need.token", account.name()),
                        TEXTS.get("need.token.detail", formats.when(end)),
                        NUMBERS,
                        TEXTS.get("need.look")));
            }
            if (account.ban() != null) {
                needs.add(new Need(
                        Need.Look.FAILED,
                        TEXTS.get("need.ban", account.name()),
                        TEXTS.get("need.ban.detail", account.ban()),
                        NUMBERS,
                        TEXTS.get("need.look")));
            }
        }
    }

    private static boolean isAlarming(Finding finding) {
        return isWrong(finding) || finding.verdict() == Finding.Verdict.WARNING && ALARMS.contains(finding.check());
    }

    private static boolean isWrong(Finding finding) {
        return finding.verdict() == Finding.Verdict.WRONG;
    }

    /** What the last health check has found, unless something above says it already. */
    private void checks(List<SenderNumber> numbers, List<Need> needs) {
        for (var checkup : healthChecks.last(me.workspaceId())) {
            var worst = checkup.findings().stream()
                    .filter(Needs::isAlarming)
                    .filter(finding -> !SAID_ABOVE.contains(finding.check()))
                    .min((one, other) -> Boolean.compare(isWrong(other), isWrong(one)));
            var number = numbers.stream()
                    .filter(one -> one.id().equals(checkup.numberId()))
                    .findFirst();
            if (worst.isPresent() && number.isPresent()) {
                var name = number.get().verifiedName() == null
                        ? number.get().displayPhoneNumber()
                        : number.get().verifiedName();
                boolean wrong = isWrong(worst.get());
                needs.add(new Need(
                        wrong ? Need.Look.FAILED : Need.Look.QUALITY,
                        TEXTS.get(wrong ? "need.health" : "need.hears", name),
                        worst.get().text(),
                        "/console/number.xhtml?id=" + number.get().phoneNumberId(),
                        TEXTS.get("need.look")));
            }
        }
    }

    private void webhooks(List<Need> needs) {
        webhooks.list(me.workspaceId()).stream()
                .flatMap(webhook -> stopped(webhook, clock.instant(), formats::when).stream())
                .forEach(needs::add);
    }

    /** The need of an endpoint that we have given up, or that fails for long; what a person has paused is no need. */
    static Optional<Need> stopped(WebhookView webhook, Instant now, Function<Instant, String> when) {
        var name = WebhookRow.nameOf(webhook);
        var since = webhook.failingSince();
        if (webhook.status() == WebhookStatus.DISABLED) {
            var reason = String.valueOf(webhook.statusReason());
            return Optional.of(stopped(
                    webhook,
                    TEXTS.get("need.webhook", name),
                    Texts.of("webhooks").getOr("disabled." + reason, reason)));
        }
        boolean isFailing =
                webhook.status() == WebhookStatus.ACTIVE && since != null && since.isBefore(now.minus(FAILS_LONG));
        return isFailing
                ? Optional.of(stopped(
                        webhook,
                        TEXTS.get("need.webhook.failing", name),
                        TEXTS.get("need.webhook.failing.detail", when.apply(since))))
                : Optional.empty();
    }

    private static Need stopped(WebhookView webhook, String title, String detail) {
        return new Need(
                Need.Look.WEBHOOK, title, detail, "/console/webhook.xhtml?id=" + webhook.id(), TEXTS.get("need.look"));
    }

    /** The need of counts that do not equal their messages. */
    static Optional<Need> counts(List<CountAlarm> alarms, Function<Instant, String> when) {
        return alarms.stream()
                .findFirst()
                .map(first -> new Need(
                        Need.Look.QUALITY,
                        TEXTS.get("need.counts", alarms.size()),
                        TEXTS.get("need.counts.detail", when.apply(first.hour())),
                        "/console/analytics.xhtml",
                        TEXTS.get("need.counts.action")));
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
                null, null, null, Set.of(MessageStatus.FAILED), null, null, null, formats.startOfToday(), null, null);
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
