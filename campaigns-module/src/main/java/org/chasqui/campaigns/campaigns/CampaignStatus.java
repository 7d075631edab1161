package org.chasqui.campaigns.campaigns;

import java.util.Locale;

/** Where a campaign stands. All but {@link #FINISHED} are stored; that one is read off the counts. */
public enum CampaignStatus {
    DRAFT,
    SCHEDULED,
    RUNNING,
    PAUSED,
    CANCELLED,
    /** It runs, and nothing is left to send. */
    FINISHED;

    /** As the API prints it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
