package org.chasqui.web.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.chasqui.messaging.messages.Attempt;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A call to Meta in the table of calls. */
public final class AttemptRow {
    private static final Texts TEXTS = Texts.of("messages");

    private static final Pattern MADE_UP = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Attempt attempt;

    AttemptRow(Attempt attempt) {
        this.attempt = attempt;
    }

    public int getNumber() {
        return attempt.number();
    }

    public Instant getAt() {
        return attempt.at();
    }

    /** The node's name; of a made-up one only its end, in which nodes differ. */
    public String getNode() {
        return shortened(attempt.node());
    }

    public String getFullNode() {
        return attempt.node();
    }

    static String shortened(String node) {
        return MADE_UP.matcher(node).matches() ? "…" + node.substring(node.length() - 6) : node;
    }

    public String getOutcome() {
        return TEXTS.getOr("outcome." + attempt.outcome(), attempt.outcome());
    }

    public String getColour() {
        return switch (attempt.outcome()) {
            case "accepted" -> "green";
            case "refused" -> "red";
            case "ambiguous" -> "violet";
            default -> "amber";
        };
    }

    /** For example {@code HTTP 200} or {@code HTTP 400 · 131026}; a dash when there was no answer. */
    public String getStatus() {
        var status = attempt.httpStatus() == null ? "–" : "HTTP " + attempt.httpStatus();
        return attempt.code() == null ? status : status + " · " + attempt.code();
    }

    public @Nullable String getDetail() {
        return attempt.detail();
    }

    public String getTook() {
        return Formats.duration(Duration.ofMillis(attempt.durationMillis()));
    }

    public boolean isResend() {
        return attempt.resend();
    }

    /** The answer as coloured HTML; null when there was none. */
    public @Nullable String getAnswerHtml() {
        var answer = attempt.answer();
        return answer == null ? null : JsonText.html(answer);
    }
}
