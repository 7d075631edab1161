package org.chasqui.web.overview;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.chasqui.messaging.dispatch.NumberHealth;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.web.shell.NumberTag;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A number and how sending goes for it, in Meta's words where they are Meta's. */
public final class NumberCard {
    private static final Texts TEXTS = Texts.of("overview");

    private final SenderNumber number;
    private final NumberHealth health;
    private final NumberTag tag;

    /** The card of a number. */
    public NumberCard(SenderNumber number, NumberHealth health) {
        this.number = number;
        this.health = health;
        this.tag = new NumberTag(number);
    }

    /** How sending goes for a number of which nothing is known. */
    public static NumberHealth healthy(SenderNumber number) {
        return new NumberHealth(number.id(), null, null, 0, 0, 0);
    }

    /** Where its page is, within the context path. */
    public String getHref() {
        return "/console/number.xhtml?id=" + number.phoneNumberId();
    }

    public NumberTag getTag() {
        return tag;
    }

    public String getStatus() {
        var words = number.status().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Colour of the status pill. */
    public String getStatusColour() {
        return switch (number.status()) {
            case "CONNECTED" -> "green";
            case "PENDING", "FLAGGED", "RATE_LIMITED" -> "amber";
            default -> "red";
        };
    }

    /** Meta's own colour word for the quality. */
    public String getQuality() {
        return TEXTS.getOr("quality." + number.qualityRating(), number.qualityRating());
    }

    public String getQualityDot() {
        return switch (number.qualityRating()) {
            case "GREEN" -> "green";
            case "YELLOW" -> "amber";
            case "RED" -> "red";
            default -> "";
        };
    }

    public String getLimit() {
        var limit = number.messagingLimit();
        return limit == null ? TEXTS.get("limit.unknown") : TEXTS.getOr("limit." + limit, limit);
    }

    /** Meta's name of the limit, for the small line. */
    public String getLimitName() {
        var limit = number.messagingLimit();
        return limit == null ? "" : limit;
    }

    public String getRate() {
        var rate = health.sentPerSecond();
        return String.format(Texts.LOCALE, rate > 0.05 && rate < 10 ? "%.1f" : "%.0f", rate);
    }

    public String getMostPerSecond() {
        return Formats.count(number.messagesPerSecond());
    }

    public int getRatePercent() {
        return (int) Math.min(100, Math.round(100 * health.sentPerSecond() / Math.max(1, number.messagesPerSecond())));
    }

    public String getThroughputLevel() {
        return number.throughputLevel();
    }

    /** Whether nobody has to look after it. */
    boolean isCalm() {
        return !isHeld()
                && !isAnyUncertain()
                && getStatusColour().equals("green")
                && !Set.of("YELLOW", "RED").contains(number.qualityRating());
    }

    public boolean isHeld() {
        return health.hold() != null;
    }

    public @Nullable String getHold() {
        return health.hold();
    }

    /** The line about a hold that a person must end. */
    public String getHoldText() {
        return TEXTS.get("hold.open", String.valueOf(health.hold()));
    }

    public @Nullable Instant getHeldUntil() {
        return health.heldUntil();
    }

    public String getWaiting() {
        return Formats.count(health.waiting());
    }

    public String getUncertain() {
        return Formats.count(health.uncertain());
    }

    public boolean isAnyUncertain() {
        return health.uncertain() > 0;
    }
}
