package org.chasqui.web.bots;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.chasqui.messaging.bots.DecisionView;
import org.chasqui.messaging.bots.RuleView;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Something that a bot decided, with where to look at it. */
public final class DecisionRow {
    private static final Texts TEXTS = Texts.of("bots");

    private final DecisionView decision;
    private final @Nullable RuleView rule;

    /** @param rule the rule that decided, as it is now; null when none did, or when it is gone */
    DecisionRow(DecisionView decision, @Nullable RuleView rule) {
        this.decision = decision;
        this.rule = rule;
    }

    public String getId() {
        return decision.id().toString();
    }

    public String getTitle() {
        return TEXTS.get("outcome." + decision.outcome().name().toLowerCase(Locale.ROOT));
    }

    /** Why, in a few words; the name of the rule when one decided. */
    public String getReason() {
        var known = rule;
        return known != null
                ? TEXTS.get("reason.rule.named", RuleRow.name(known))
                : TEXTS.get("reason." + decision.reason().name().toLowerCase(Locale.ROOT));
    }

    public String getDetail() {
        var detail = decision.detail();
        return detail == null ? "" : detail;
    }

    public Instant getAt() {
        return decision.at();
    }

    public String getConversation() {
        return decision.conversationId().toString();
    }

    /** Its first answer, or what it was about when it gave none; null when both are gone. */
    public @Nullable String getMessage() {
        if (!decision.replies().isEmpty()) {
            return decision.replies().get(0).toString();
        }
        return decision.inbound().isEmpty() ? null : decision.inbound().get(0).toString();
    }

    public String getMessageText() {
        return TEXTS.get(decision.replies().isEmpty() ? "did.inbound" : "did.reply");
    }

    public String getTook() {
        return Formats.duration(Duration.ofMillis(decision.durationMillis()));
    }

    public String getColour() {
        return switch (decision.outcome()) {
            case REPLIED -> "green";
            case DRAFTED -> "blue";
            case HANDED_OVER -> "violet";
            case FAILED -> "red";
            case SILENT -> "";
        };
    }

    public String getIcon() {
        return switch (decision.outcome()) {
            case REPLIED -> "check";
            case DRAFTED -> "pencil";
            case HANDED_OVER -> "hand";
            case FAILED -> "triangle-alert";
            case SILENT -> "ban";
        };
    }
}
