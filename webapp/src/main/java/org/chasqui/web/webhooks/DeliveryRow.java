package org.chasqui.web.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.chasqui.messaging.webhooks.DeliverySearch.Detail;
import org.chasqui.messaging.webhooks.DeliverySearch.Sight;
import org.chasqui.messaging.webhooks.DeliveryView;
import org.chasqui.messaging.webhooks.WebhookStatus;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.web.messages.JsonText;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A delivery in the list, and unfolded. */
public final class DeliveryRow {
    private static final Texts TEXTS = Texts.of("webhooks");

    private final DeliveryView delivery;
    private final @Nullable Detail detail;
    private final String url;
    private final String toggle;
    private final WebhookView webhook;
    private final Instant now;

    /**
     * A delivery.
     *
     * @param detail what it posts, as the reader may see it; null when it is folded
     * @param url the address as the reader may see it
     * @param toggle the query that folds or unfolds it
     */
    DeliveryRow(
            DeliveryView delivery,
            WebhookView webhook,
            @Nullable Detail detail,
            String url,
            String toggle,
            Instant now) {
        this.delivery = delivery;
        this.webhook = webhook;
        this.detail = detail;
        this.url = url;
        this.toggle = toggle;
        this.now = now;
    }

    /** Headers one in a line, as HTML. */
    static String headersHtml(JsonNode headers) {
        return headers.properties().stream()
                .map(header -> JsonText.escaped(header.getKey()) + ": <span class=\"s\">"
                        + JsonText.escaped(header.getValue().asText()) + "</span>")
                .collect(Collectors.joining("\n"));
    }

    public String getId() {
        return delivery.id().toString();
    }

    public String getShortId() {
        return "…" + getId().substring(getId().length() - 6);
    }

    public String getType() {
        return delivery.eventType();
    }

    public Instant getAt() {
        return delivery.createdAt();
    }

    public boolean isReplay() {
        return delivery.isReplay();
    }

    public int getCount() {
        return delivery.attempts().size();
    }

    public List<TryRow> getTries() {
        return delivery.attempts().stream().map(TryRow::new).toList();
    }

    /** The last call; null before the first has ended. */
    public @Nullable TryRow getLast() {
        var attempts = delivery.attempts();
        return attempts.isEmpty() ? null : new TryRow(attempts.get(attempts.size() - 1));
    }

    public String getState() {
        return TEXTS.get("delivery." + delivery.status());
    }

    public String getColour() {
        return switch (delivery.status()) {
            case "delivered" -> isUnsaid() ? "" : "green";
            case "dead" -> "red";
            default -> getCount() == 0 ? "" : "amber";
        };
    }

    /** Whether nothing was posted, because the words of the endpoint have none for the event. */
    private boolean isUnsaid() {
        var last = getLast();
        return last != null && last.isUnsaid();
    }

    public boolean isPending() {
        return delivery.status().equals("pending");
    }

    /** When it is tried next, in words; empty when it has ended. */
    public String getNext() {
        var due = delivery.nextAttemptAt();
        if (due == null || !isPending()) {
            return "";
        }
        if (webhook.status() != WebhookStatus.ACTIVE) {
            return TEXTS.get("next.paused");
        }
        // While the endpoint rests, what is due waits for the end of the rest.
        var rest = webhook.restingUntil();
        var next = rest != null && rest.isAfter(due) ? rest : due;
        return next.isAfter(now)
                ? TEXTS.get("next.in", Formats.duration(Duration.between(now, next)))
                : TEXTS.get("next.now");
    }

    /** The number of the attempt to come. */
    public int getNextNumber() {
        return getCount() + 1;
    }

    /** The query that folds it, or unfolds it. */
    public String getToggle() {
        return toggle;
    }

    public boolean isUnfolded() {
        return detail != null;
    }

    /** Whether there is a body to see. */
    public boolean isWorded() {
        return detail != null && detail.sight() == Sight.WORDED;
    }

    /** Why there is none, for people. */
    public String getSightText() {
        return detail == null ? "" : TEXTS.get("sight." + detail.sight(), WebhookRow.formatText(webhook.format()));
    }

    public String getBodyHtml() {
        return JsonText.html(body());
    }

    private String body() {
        return detail == null ? "" : detail.body();
    }

    /** The last call as curl; the customer's own values are not in it. */
    public String getCurl() {
        var last = getLast();
        var headers = last == null
                ? ""
                : last.headers().properties().stream()
                        .map(header -> "  -H '"
                                + quoted(header.getKey() + ": "
                                        + header.getValue().asText()) + "' \\\n")
                        .collect(Collectors.joining());
        return "curl -X POST '" + quoted(url) + "' \\\n" + headers + "  -d '" + quoted(body()) + "'";
    }

    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }
}
