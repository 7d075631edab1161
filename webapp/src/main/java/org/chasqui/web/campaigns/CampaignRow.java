package org.chasqui.web.campaigns;

import java.time.Duration;
import java.time.Instant;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.CampaignStatus;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.web.shell.NumberTag;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A campaign in a table, and on the head of its page. */
public final class CampaignRow {
    private static final Texts TEXTS = Texts.of("campaigns");

    private final Campaign campaign;
    private final @Nullable SenderNumber number;
    private final long perMinute;
    private final SplitBar bar;

    /**
     * A row.
     *
     * @param number null when it is gone
     * @param perMinute how many messages Meta takes in a minute just now
     */
    CampaignRow(Campaign campaign, @Nullable SenderNumber number, long perMinute) {
        this.campaign = campaign;
        this.number = number;
        this.perMinute = perMinute;
        this.bar = new SplitBar(campaign.tally());
    }

    Campaign campaign() {
        return campaign;
    }

    public String getId() {
        return campaign.id().toString();
    }

    public String getName() {
        return campaign.name();
    }

    public String getTemplate() {
        return campaign.template();
    }

    public String getLanguage() {
        return campaign.language();
    }

    /** Name of the number that sends; its id when it is gone. */
    public String getNumber() {
        var known = number;
        return known == null ? campaign.phoneNumberId() : new NumberTag(known).getName();
    }

    public String getCategory() {
        return TEXTS.getOr("category." + campaign.category(), campaign.category());
    }

    public String getStatus() {
        return CampaignLook.isWaiting(campaign) ? TEXTS.get("status.waiting") : CampaignLook.text(campaign.status());
    }

    public String getColour() {
        return CampaignLook.colour(campaign);
    }

    /** Why it does not go on; null when it does. */
    public @Nullable String getReason() {
        return CampaignLook.reason(campaign);
    }

    /** The same in a sentence, for people who want to know more. */
    public @Nullable String getReasonDetail() {
        return getReason() == null ? null : campaign.reasonDetail();
    }

    /** What the time says that is told: of its start, its end, or its making. */
    public String getTimeKind() {
        return TEXTS.getOr("time." + timeKind(), timeKind());
    }

    private String timeKind() {
        return switch (campaign.status()) {
            case DRAFT -> "draft";
            case SCHEDULED -> "scheduled";
            case RUNNING -> "running";
            case PAUSED -> "paused";
            case CANCELLED -> "cancelled";
            case FINISHED -> "finished";
        };
    }

    public @Nullable Instant getTime() {
        return switch (campaign.status()) {
            case DRAFT -> campaign.createdAt();
            case SCHEDULED -> campaign.scheduledAt();
            case RUNNING -> campaign.launchedAt();
            case PAUSED -> campaign.pausedAt();
            case CANCELLED -> campaign.cancelledAt();
            case FINISHED -> campaign.finishedAt() == null ? campaign.launchedAt() : campaign.finishedAt();
        };
    }

    public SplitBar getBar() {
        return bar;
    }

    /** How much of it is behind; of a campaign that is over, how much has arrived. */
    public String getProgress() {
        var tally = campaign.tally();
        if (campaign.launchedAt() == null) {
            return TEXTS.get("progress.none");
        }
        if (campaign.status() == CampaignStatus.FINISHED) {
            long arrived = tally.of(RecipientState.DELIVERED) + tally.of(RecipientState.READ);
            return TEXTS.get("progress.arrived", Formats.percent(arrived, tally.total()));
        }
        return TEXTS.get("progress.done", Formats.percent(tally.total() - tally.open(), tally.total()));
    }

    /** How many wait for their turn, or in the queue. */
    public String getOpen() {
        return Formats.count(campaign.tally().open());
    }

    private boolean isGoing() {
        return number != null && campaign.tally().open() > 0 && isRunning() && !isWaiting();
    }

    /** How many messages a minute the rest goes at: as measured, or before that as the number allows. */
    private long pace() {
        var known = number;
        return perMinute > 0 || known == null ? Math.max(1, perMinute) : known.messagesPerSecond() * 60L;
    }

    /** How long the rest takes; a dash when nothing goes. */
    public String getLeft() {
        return isGoing() ? Formats.duration(left()) : "–";
    }

    private Duration left() {
        return Duration.ofSeconds(Math.max(1, campaign.tally().open() * 60 / pace()));
    }

    /** When it will have ended; null when nothing goes. */
    public @Nullable Instant endAfter(Instant now) {
        return isGoing() ? now.plus(left()) : null;
    }

    /** Messages that Meta takes in a minute just now; a dash when nothing goes. */
    public String getRate() {
        return isRunning() && perMinute > 0 ? TEXTS.get("rate", Formats.count(perMinute)) : "–";
    }

    /** What the number allows in a minute; empty when nothing goes. */
    public String getAllowed() {
        var known = number;
        return known == null || !isRunning()
                ? ""
                : TEXTS.get("rate.allowed", Formats.count(known.messagesPerSecond() * 60L));
    }

    public boolean isWaiting() {
        return CampaignLook.isWaiting(campaign);
    }

    /** Whether its page is still the one where it is made. */
    public boolean isDraft() {
        return campaign.status() == CampaignStatus.DRAFT || campaign.status() == CampaignStatus.SCHEDULED;
    }

    public boolean isRunning() {
        return campaign.status() == CampaignStatus.RUNNING;
    }

    public boolean isPaused() {
        return campaign.status() == CampaignStatus.PAUSED;
    }

    /** Whether those whose message has failed may get another turn. */
    public boolean isRetryable() {
        return isRunning() || isPaused() || campaign.status() == CampaignStatus.FINISHED;
    }

    public boolean isCancellable() {
        return isRunning() || isPaused() || isDraft();
    }

    /** Where it is looked at: a draft where it is made. */
    public String getPage() {
        return (isDraft() ? "/console/campaignPlan.xhtml?id=" : "/console/campaign.xhtml?id=") + campaign.id();
    }
}
