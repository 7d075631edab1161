package org.chasqui.web.webhooks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.chasqui.messaging.webhooks.WebhookFigures.Figures;
import org.chasqui.messaging.webhooks.WebhookFigures.Hour;
import org.chasqui.messaging.webhooks.WebhookStatus;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.Wording;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** An endpoint with how it does. */
public final class WebhookRow {
    private static final Texts TEXTS = Texts.of("webhooks");
    private static final Duration LATE = Duration.ofMinutes(1);

    private final WebhookView webhook;
    private final Figures figures;
    private final boolean inspector;
    private final Instant now;

    WebhookRow(WebhookView webhook, Figures figures, boolean inspector, Instant now) {
        this.webhook = webhook;
        this.figures = figures;
        this.inspector = inspector;
        this.now = now;
    }

    private enum State {
        PAUSED("red"),
        DISABLED("red"),
        RESTING("amber"),
        FAILING("amber"),
        CATCHING("amber"),
        UNUSED("plain"),
        HEALTHY("green");

        private final String colour;

        State(String colour) {
            this.colour = colour;
        }
    }

    private State state() {
        if (webhook.status() == WebhookStatus.PAUSED) {
            return State.PAUSED;
        }
        if (webhook.status() == WebhookStatus.DISABLED) {
            return State.DISABLED;
        }
        var resting = webhook.restingUntil();
        if (resting != null && resting.isAfter(now)) {
            return State.RESTING;
        }
        if (webhook.failingSince() != null) {
            return State.FAILING;
        }
        var oldest = figures.oldest();
        if (oldest != null && oldest.isBefore(now.minus(LATE))) {
            return State.CATCHING;
        }
        return webhook.lastSuccessAt() == null ? State.UNUSED : State.HEALTHY;
    }

    public String getId() {
        return webhook.id().toString();
    }

    public boolean isInspector() {
        return inspector;
    }

    public String getUrl() {
        return webhook.url();
    }

    public String getName() {
        return inspector && isBlank(webhook.description()) ? TEXTS.get("inspector") : nameOf(webhook);
    }

    /** What an endpoint is called: its description, else its host. */
    public static String nameOf(WebhookView webhook) {
        var description = webhook.description();
        if (description != null && !description.isBlank()) {
            return description;
        }
        var host = URI.create(webhook.url()).getHost();
        return host == null ? webhook.url() : host;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    public String getIcon() {
        return inspector ? "eye" : "webhook";
    }

    public List<String> getEvents() {
        return webhook.events();
    }

    public String getEventsText() {
        if (webhook.events().contains("*")) {
            return TEXTS.get("events.all");
        }
        return webhook.events().size() == 1
                ? webhook.events().get(0)
                : TEXTS.get("events.some", webhook.events().size());
    }

    /** The words that it is told in. */
    public String getFormat() {
        return formatText(webhook.format());
    }

    /** Whether these are not our own. */
    public boolean isForeign() {
        return !webhook.format().equals(Wording.OWN.format());
    }

    /** Whether it is told as Meta tells, signature and all. */
    public boolean isMetas() {
        return webhook.format().equals("meta");
    }

    static String formatText(String name) {
        return TEXTS.getOr("format." + name, name);
    }

    public boolean isOrdered() {
        return webhook.ordered();
    }

    public String getOrderText() {
        return TEXTS.get(webhook.ordered() ? "order.conversation" : "order.none");
    }

    public String getNumbersText() {
        var only = webhook.numberIds();
        return only == null ? TEXTS.get("numbers.all") : TEXTS.get("numbers.some", only.size());
    }

    /** The names of the customer's own headers; a dash for none. */
    public String getHeadersText() {
        return webhook.headerNames().isEmpty()
                ? "–"
                : String.join(", ", webhook.headerNames().stream().sorted().toList());
    }

    public List<HourBar> getHours() {
        var hours = figures.hours();
        return IntStream.range(0, hours.size())
                .mapToObj(place -> new HourBar(hours.get(place), hours.size() - 1 - place))
                .toList();
    }

    /** The share of calls that were answered with 2xx. */
    public String getSuccess() {
        return Formats.percent(
                figures.hours().stream().mapToLong(Hour::arrived).sum(),
                figures.hours().stream().mapToLong(Hour::calls).sum());
    }

    public String getSlow() {
        return millis(figures.slowMillis());
    }

    public String getMedian() {
        return millis(figures.medianMillis());
    }

    static String millis(@Nullable Integer millis) {
        return millis == null ? "–" : Formats.duration(Duration.ofMillis(millis));
    }

    public String getWaiting() {
        return Formats.count(figures.waiting());
    }

    public String getWaitingNote() {
        var oldest = figures.oldest();
        return oldest == null
                ? TEXTS.get("waiting.none")
                : TEXTS.get("waiting.oldest", Formats.duration(Duration.between(oldest, now)));
    }

    public long getDelivered() {
        return figures.delivered();
    }

    public String getDeliveredText() {
        return TEXTS.get("delivered", figures.delivered(), Formats.count(figures.delivered()));
    }

    public String getDeadText() {
        return Formats.count(figures.dead());
    }

    public String getState() {
        return TEXTS.get("state." + state());
    }

    public String getColour() {
        return state().colour;
    }

    /** Why it is in this state, or what it waits for. */
    public String getStateNote() {
        var reason = String.valueOf(webhook.statusReason());
        var resting = webhook.restingUntil();
        var since = webhook.failingSince();
        return switch (state()) {
            case PAUSED -> reason;
            case DISABLED -> TEXTS.getOr("disabled." + reason, reason);
            case RESTING ->
                TEXTS.get("note.RESTING", Formats.duration(Duration.between(now, resting == null ? now : resting)));
            case FAILING ->
                TEXTS.get("note.FAILING", Formats.duration(Duration.between(since == null ? now : since, now)));
            case CATCHING -> getWaitingNote();
            case UNUSED -> TEXTS.get("note.UNUSED");
            case HEALTHY -> getDeliveredText();
        };
    }

    public boolean isActive() {
        return webhook.status() == WebhookStatus.ACTIVE;
    }

    public boolean isDisabled() {
        return webhook.status() == WebhookStatus.DISABLED;
    }

    /** Whether a person must do something. */
    public boolean isInNeed() {
        return state() == State.PAUSED || state() == State.DISABLED || state() == State.RESTING;
    }

    public @Nullable Instant getLastSuccessAt() {
        return webhook.lastSuccessAt();
    }

    public @Nullable Instant getPreviousSecretUntil() {
        return webhook.previousSecretUntil();
    }

    public Instant getCreatedAt() {
        return webhook.createdAt();
    }
}
