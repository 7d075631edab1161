package org.chasqui.web.numbers;

import java.time.Instant;
import org.chasqui.messaging.dispatch.NumberHealth;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.health.Checkup;
import org.chasqui.platform.accounts.health.Finding;
import org.chasqui.web.overview.NumberCard;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A number in the list. */
public final class NumberRow {
    private static final Texts TEXTS = Texts.of("numbers");

    private final NumberView number;
    private final NumberCard card;
    private final @Nullable Checkup checkup;

    NumberRow(NumberView number, NumberHealth health, @Nullable Checkup checkup) {
        this.number = number;
        this.card = new NumberCard(number.sender(), health);
        this.checkup = checkup;
    }

    /** What the overview shows of it too. */
    public NumberCard getCard() {
        return card;
    }

    public String getId() {
        return number.sender().phoneNumberId();
    }

    public boolean isCoexistence() {
        return number.coexistence();
    }

    /** Why it does not send, else where it lives. */
    public String getStatusNote() {
        if (card.isHeld()) {
            return String.valueOf(card.getHold());
        }
        var platform = number.platformType();
        return platform == null ? "" : TEXTS.getOr("platform." + platform, platform);
    }

    public String getName() {
        var status = number.nameStatus();
        return status == null ? TEXTS.get("unknown") : TEXTS.getOr("name." + status, NumberWords.sentence(status));
    }

    public String getNameColour() {
        var status = number.nameStatus();
        if (status == null) {
            return "grey";
        }
        return switch (status) {
            case "APPROVED", "AVAILABLE_WITHOUT_REVIEW" -> "green";
            case "PENDING_REVIEW" -> "amber";
            case "DECLINED", "EXPIRED" -> "red";
            default -> "grey";
        };
    }

    /** How the last health check ended. */
    public String getHealth() {
        if (checkup == null) {
            return TEXTS.get("health.never");
        }
        var all = checkup.findings().size();
        var good = checkup.count(Finding.Verdict.GOOD);
        return good == all ? TEXTS.get("health.good") : TEXTS.get("health.some", good, all);
    }

    public String getHealthColour() {
        return checkup == null ? "grey" : NumberWords.colour(checkup.worst());
    }

    public Instant getRefreshedAt() {
        return number.refreshedAt();
    }
}
