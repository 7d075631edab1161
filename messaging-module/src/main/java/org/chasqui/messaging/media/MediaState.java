package org.chasqui.messaging.media;

import java.util.Locale;

/** Whether we have the bytes of a file. The order is that of the column {@code state}: add at the end only. */
public enum MediaState {
    STORED,
    /** A person sent it, and it is being fetched from Meta. */
    PENDING,
    /** Meta has it, but it cannot be had: too large, damaged, or refused for seven days. */
    FAILED,
    /** Meta did not have it any more when we came, or we have kept it long enough. */
    GONE;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
