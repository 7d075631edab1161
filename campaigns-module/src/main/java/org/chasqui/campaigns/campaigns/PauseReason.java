package org.chasqui.campaigns.campaigns;

import java.util.Locale;

/** Why a campaign is paused, or waits although it runs. */
public enum PauseReason {
    /** Somebody has paused it. */
    BY_HAND,
    /** Too many of its messages fail. */
    ERROR_RATE,
    /** Meta does not let its template go: paused, rejected, disabled, deleted. */
    TEMPLATE_STATUS,
    /** Meta has moved its template to another category: other price, other consent. */
    TEMPLATE_CATEGORY,
    /** Meta rates its template or its number worse. */
    QUALITY,
    /** Meta keeps its number from sending. */
    NUMBER,
    /** Its time came while nothing was running here, too long ago to begin by itself. */
    MISSED_SCHEDULE,
    /** It could not be launched at its time. */
    LAUNCH_FAILED,
    /** It runs, but the portfolio may not write to more people within 24 hours: it goes on by itself. */
    MESSAGING_LIMIT;

    /** As it is stored and printed. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
