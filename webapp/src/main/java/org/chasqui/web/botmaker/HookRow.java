package org.chasqui.web.botmaker;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.chasqui.api.botmaker.subscriptions.Kind;
import org.chasqui.api.botmaker.subscriptions.Subscriptions;
import org.chasqui.messaging.webhooks.WebhookStatus;
import org.chasqui.web.text.Texts;

/** A webhook in the table: where it goes, for which channels, and what it is told of. */
public final class HookRow {
    private static final Texts TEXTS = Texts.of("botmaker");

    private final Subscriptions.Found found;
    private final Function<UUID, String> numberName;
    private final Instant now;

    /**
     * A row.
     *
     * @param numberName how a number is called, by our id of it
     */
    HookRow(Subscriptions.Found found, Function<UUID, String> numberName, Instant now) {
        this.found = found;
        this.numberName = numberName;
        this.now = now;
    }

    public String getId() {
        return found.webhook().id().toString();
    }

    public String getKind() {
        return TEXTS.get("kind." + found.subscription().kind());
    }

    public String getUrl() {
        return found.webhook().url();
    }

    public List<String> getChannels() {
        return found.subscription().channels().stream().map(numberName).toList();
    }

    /** The switches that are on; those of another kind than messages and status have none. */
    public List<String> getSwitches() {
        return found.subscription().kind() == Kind.MESSAGES
                ? SwitchFields.of(found.subscription().switches()).names().stream()
                        .map(name -> TEXTS.get("switch." + name))
                        .toList()
                : List.of();
    }

    public boolean isWithToken() {
        return found.subscription().token() != null;
    }

    private String state() {
        var webhook = found.webhook();
        var resting = webhook.restingUntil();
        if (webhook.status() != WebhookStatus.ACTIVE) {
            return webhook.status() == WebhookStatus.PAUSED ? "paused" : "stopped";
        }
        if (resting != null && resting.isAfter(now)) {
            return "resting";
        }
        if (webhook.failingSince() != null) {
            return "failing";
        }
        return webhook.lastSuccessAt() == null ? "unused" : "healthy";
    }

    public String getState() {
        return TEXTS.get("state." + state());
    }

    public String getColour() {
        return switch (state()) {
            case "healthy" -> "green";
            case "unused" -> "plain";
            case "paused", "stopped" -> "red";
            default -> "amber";
        };
    }
}
