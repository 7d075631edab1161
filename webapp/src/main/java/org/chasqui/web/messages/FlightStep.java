package org.chasqui.web.messages;

import java.time.Instant;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A mark on the time line of a message. */
public final class FlightStep {
    private static final Texts TEXTS = Texts.of("messages");

    private final MessageStatus status;
    private final @Nullable Instant at;
    private final String note;
    private final @Nullable String gap;

    FlightStep(MessageStatus status, @Nullable Instant at, String note, @Nullable String gap) {
        this.status = status;
        this.at = at;
        this.note = note;
        this.gap = gap;
    }

    public String getTitle() {
        return TEXTS.get("step." + status);
    }

    public @Nullable Instant getAt() {
        return at;
    }

    public String getNote() {
        return note;
    }

    /** How long it took from the step before; null for the first one and for steps that are not reached. */
    public @Nullable String getGap() {
        return gap;
    }

    public boolean isReached() {
        return at != null;
    }

    /** {@code reached}, {@code ahead}, or how it ended badly. */
    public String getState() {
        if (at == null) {
            return "ahead";
        }
        return switch (status) {
            case FAILED -> "failed";
            case UNCERTAIN -> "uncertain";
            case EXPIRED, CANCELLED -> "ended";
            default -> "reached";
        };
    }

    public String getIcon() {
        return switch (status) {
            case FAILED -> "x";
            case UNCERTAIN -> "circle-help";
            case EXPIRED -> "clock";
            case CANCELLED -> "ban";
            default -> "check";
        };
    }
}
