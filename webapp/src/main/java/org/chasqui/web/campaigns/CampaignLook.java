package org.chasqui.web.campaigns;

import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.CampaignStatus;
import org.chasqui.campaigns.campaigns.PauseReason;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** How the status of a campaign is shown: a word, a colour, and why. */
final class CampaignLook {
    private static final Texts TEXTS = Texts.of("campaigns");

    private CampaignLook() {}

    static String text(CampaignStatus status) {
        return TEXTS.getOr("status." + status.wireName(), status.wireName());
    }

    /** Red is what Meta or a limit has stopped, amber what a person has. */
    static String colour(Campaign campaign) {
        return switch (campaign.status()) {
            case RUNNING -> isWaiting(campaign) ? "amber" : "green";
            case SCHEDULED -> "blue";
            case PAUSED -> PauseReason.BY_HAND.wireName().equals(campaign.reason()) ? "amber" : "red";
            case DRAFT -> "plain";
            case FINISHED, CANCELLED -> "";
        };
    }

    /** Whether it runs, but waits for something of Meta. */
    static boolean isWaiting(Campaign campaign) {
        return campaign.status() == CampaignStatus.RUNNING && campaign.reason() != null;
    }

    /** Why it is paused or waits, in a few words; null when neither. */
    static @Nullable String reason(Campaign campaign) {
        var reason = campaign.reason();
        return reason == null || campaign.status() == CampaignStatus.FINISHED
                ? null
                : TEXTS.getOr("reason." + reason, reason);
    }
}
