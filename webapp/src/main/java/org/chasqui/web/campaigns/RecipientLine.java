package org.chasqui.web.campaigns;

import java.time.Instant;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A recipient in the table of a campaign. Phone numbers are masked. */
public final class RecipientLine {
    private static final Texts TEXTS = Texts.of("campaigns");

    private final RecipientRow row;

    RecipientLine(RecipientRow row) {
        this.row = row;
    }

    public long getPosition() {
        return row.position();
    }

    /** The number, masked; what is no address is shown, so that it can be mended. */
    public String getTo() {
        return row.peer() == null ? row.written() : Formats.mask(row.written());
    }

    /** Name; a dash without one. */
    public String getName() {
        var name = row.name();
        return name == null ? "–" : name;
    }

    public String getStatus() {
        return TEXTS.getOr("state." + row.state().wireName(), row.state().wireName());
    }

    public String getColour() {
        return switch (row.state()) {
            case READ -> "blue";
            case DELIVERED -> "green";
            case FAILED -> "red";
            case UNCERTAIN -> "violet";
            case SKIPPED, WAITING -> "plain";
            default -> "";
        };
    }

    /** Why, in the line of the file where there is one; empty when there is nothing to say. */
    public String getNote() {
        var detail = row.detail();
        if (detail != null) {
            var line = row.line();
            return line == null ? detail : TEXTS.get("line", line) + ": " + detail;
        }
        var code = row.errorCode();
        return code == null ? (row.repliedAt() == null ? "" : TEXTS.get("answered")) : Integer.toString(code);
    }

    public boolean isRetried() {
        return row.rounds() > 1;
    }

    public Instant getChangedAt() {
        return row.changedAt();
    }

    /** The message; null while there is none. */
    public @Nullable String getMessageId() {
        return row.messageId() == null ? null : row.messageId().toString();
    }
}
