package org.chasqui.web.inbox;

import java.time.Duration;
import java.time.Instant;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The 24-hour customer service window of a conversation, as a ring and in words. */
public final class WindowClock {
    private static final Texts TEXTS = Texts.of("inbox");
    private static final Duration LENGTH = Duration.ofHours(24);
    private static final Duration SOON = Duration.ofHours(4);

    private final @Nullable Instant endsAt;
    private final Instant now;

    /** @param endsAt null when the person never wrote */
    WindowClock(@Nullable Instant endsAt, Instant now) {
        this.endsAt = endsAt;
        this.now = now;
    }

    public boolean isOpen() {
        return endsAt != null && now.isBefore(endsAt);
    }

    public @Nullable Instant getEndsAt() {
        return endsAt;
    }

    /** green, amber for the last four hours, or closed. */
    public String getColour() {
        return !isOpen() ? "closed" : left().compareTo(SOON) < 0 ? "amber" : "green";
    }

    /** How much of the ring is drawn, in percent. */
    public long getShare() {
        return isOpen() ? Math.max(3, 100 * left().toSeconds() / LENGTH.toSeconds()) : 0;
    }

    /** For example {@code 23 h 22 min left}. */
    public String getText() {
        if (!isOpen()) {
            return TEXTS.get(endsAt == null ? "window.never" : "window.closed");
        }
        return left().toHours() > 0
                ? TEXTS.get("window.hours", left().toHours(), left().toMinutesPart())
                : TEXTS.get("window.minutes", Math.max(1, left().toMinutes()));
    }

    private Duration left() {
        return endsAt == null ? Duration.ZERO : Duration.between(now, endsAt);
    }
}
