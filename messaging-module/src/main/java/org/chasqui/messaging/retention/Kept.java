package org.chasqui.messaging.retention;

import java.util.Locale;

/** What is kept for a while only, with the setting that says for how long; docs/configuration.md explains each. */
public enum Kept {
    /** What happened, with the deliveries to customers and each call made for them. */
    EVENTS("chasqui.retention.events-days", 30),
    /** What Meta posted, as it came. */
    RAW_WEBHOOKS("chasqui.retention.raw-webhooks-days", 30),
    /** The bytes of files. */
    MEDIA("chasqui.retention.media-days", 90),
    /** What bots decided, and why. */
    BOT_DECISIONS("chasqui.retention.bot-decisions-days", 60);

    private final String key;
    private final int days;

    Kept(String key, int days) {
        this.key = key;
        this.days = days;
    }

    String key() {
        return key;
    }

    /** Days, unless the setting says otherwise. */
    int days() {
        return days;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
