package org.chasqui.web.messages;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.chasqui.messaging.webhooks.DeliverySearch.Told;
import org.chasqui.messaging.webhooks.DeliveryView;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** An event of the message on its way to a customer's webhook. */
public final class ToldRow {
    private static final Texts TEXTS = Texts.of("messages");

    private final Told told;

    ToldRow(Told told) {
        this.told = told;
    }

    public String getType() {
        return told.delivery().eventType();
    }

    /** Where it goes: the host, with its port when that is not the usual one. */
    public String getHost() {
        var host = URI.create(told.url()).getAuthority();
        return host == null ? told.url() : host;
    }

    public String getUrl() {
        return told.url();
    }

    public Instant getAt() {
        return told.delivery().createdAt();
    }

    public boolean isReplay() {
        return told.delivery().isReplay();
    }

    public int getTries() {
        return told.delivery().attempts().size();
    }

    private DeliveryView.@Nullable Attempt last() {
        var attempts = told.delivery().attempts();
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    }

    /** The last answer, or that there was none yet. */
    public String getAnswer() {
        var last = last();
        if (last == null) {
            return TEXTS.get("told.waits");
        }
        var status = last.httpStatus();
        if (status != null) {
            return status.toString();
        }
        return TEXTS.get(last.isUnsaid() ? "told.unsaid" : "told.noAnswer");
    }

    public String getTook() {
        var last = last();
        return last == null ? "" : Formats.duration(Duration.ofMillis(last.durationMillis()));
    }

    public String getColour() {
        var last = last();
        return switch (told.delivery().status()) {
            case "delivered" -> last != null && last.isUnsaid() ? "" : "green";
            case "dead" -> "red";
            default -> getTries() == 0 ? "" : "amber";
        };
    }

    /** The query of the page that unfolds it. */
    public String getQuery() {
        return "?id=" + told.webhookId() + "&delivery=" + told.delivery().id();
    }
}
