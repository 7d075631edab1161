package org.chasqui.campaigns.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.campaigns.campaigns.StoryEntry.What;
import org.chasqui.campaigns.recipients.Reasons;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.RecipientStore;
import org.chasqui.messaging.messages.CampaignMessages;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphErrorAdvice.Kind;
import org.chasqui.platform.graph.GraphErrors;
import org.jspecify.annotations.Nullable;

/**
 * The decisions about a campaign: begin, pause, go on, cancel, try again. Each is made under its lock and looks at the
 * status behind it, so that of two who decide at once one is told that he came too late.
 */
@ApplicationScoped
class Steering {
    /** A start that was missed by more than this is a person's decision: the day may be another one. */
    static final Duration LATEST_START = Duration.ofHours(1);

    /** So many answers of Meta before failures are a rate. */
    static final int ENOUGH = 50;

    /** So many, and the rate looks at what comes from there on. */
    private static final int STRETCH = 2_000;

    private static final int BATCH = 1_000;

    @Inject
    CampaignStore store;

    @Inject
    RecipientStore recipients;

    @Inject
    Reasons reasons;

    @Inject
    CampaignMessages messages;

    @Inject
    Batches batches;

    @Inject
    FollowUps followUps;

    @Inject
    CampaignNews news;

    @Inject
    Clock clock;

    /**
     * Begins a campaign.
     *
     * @param actor who wants it; null when its time has come
     * @throws RequestFailed CONFLICT when it has begun, nobody is on its list, or Meta does not let it
     */
    @Transactional
    public void launch(UUID id, Readiness readiness, @Nullable String actor) {
        var campaign = locked(id);
        if (campaign.stored() != CampaignStatus.DRAFT && campaign.stored() != CampaignStatus.SCHEDULED) {
            throw conflict("The campaign is " + campaign.status().wireName() + "; it can be launched once.");
        }
        if (campaign.tally().of(RecipientState.WAITING) == 0) {
            throw conflict(
                    "The campaign has no recipients. Add some: POST /api/v1/whatsapp/campaigns/" + id + "/recipients.");
        }
        refuse(readiness);
        store.run(id, readiness, campaign.tally(), now());
        news.tell(campaign, Decision.of(What.STARTED, actor), now());
    }

    /** Has a campaign begin by itself, or at another time than before. */
    @Transactional
    public void schedule(UUID id, Schedule schedule, String actor) {
        var campaign = locked(id);
        if (campaign.stored() != CampaignStatus.DRAFT && campaign.stored() != CampaignStatus.SCHEDULED) {
            throw conflict("The campaign is " + campaign.status().wireName() + "; only one that has not begun can be"
                    + " scheduled.");
        }
        store.schedule(id, schedule);
        news.tell(campaign, new Decision(What.SCHEDULED, actor, null, "It begins at " + schedule.at() + "."), now());
    }

    /** Pauses a campaign that runs or waits for its time, because a person wants it. */
    @Transactional
    public void pause(UUID id, String actor) {
        var campaign = locked(id);
        if (campaign.status() != CampaignStatus.RUNNING && campaign.stored() != CampaignStatus.SCHEDULED) {
            throw conflict("The campaign is " + campaign.status().wireName() + "; only one that runs can be paused.");
        }
        pause(campaign, new Decision(What.PAUSED, actor, PauseReason.BY_HAND, actor + " has paused it."));
    }

    /** Pauses a campaign that must not go on, unless somebody has stopped it meanwhile. */
    @Transactional
    public void pause(UUID id, PauseReason reason, String detail) {
        var campaign = locked(id);
        if (campaign.stored() == CampaignStatus.RUNNING || campaign.stored() == CampaignStatus.SCHEDULED) {
            pause(campaign, new Decision(What.PAUSED, null, reason, detail));
        }
    }

    private void pause(Campaign campaign, Decision decision) {
        store.pause(campaign.id(), decision, now());
        followUps.endReleasing(campaign.id());
        hold(campaign, String.valueOf(decision.detail()));
        news.tell(campaign, decision, now());
    }

    private void hold(Campaign campaign, String detail) {
        messages.hold(campaign.id(), campaign.numberId(), "Its campaign is paused: " + detail);
    }

    /** A call that was under way may have come back into the queue after the pause. */
    @Transactional
    public void holdAgain(UUID id) {
        store.tryLock(id)
                .filter(campaign -> campaign.stored() == CampaignStatus.PAUSED)
                .filter(campaign -> campaign.tally().of(RecipientState.QUEUED) > 0)
                .ifPresent(campaign -> hold(campaign, String.valueOf(campaign.reasonDetail())));
    }

    /**
     * Goes on with a campaign that is paused; what a person resumes he has looked at, a new category included. The first
     * messages go with the commit; the others that were held follow batch by batch.
     *
     * @throws RequestFailed CONFLICT when it is not paused, or Meta does not let it
     */
    @Transactional
    public void resume(UUID id, Readiness readiness, String actor) {
        var campaign = locked(id);
        if (campaign.stored() != CampaignStatus.PAUSED) {
            throw conflict("The campaign is " + campaign.status().wireName() + "; only a paused one can be resumed.");
        }
        refuse(readiness);
        store.run(id, readiness, campaign.tally(), now());
        batches.release(campaign);
        news.tell(campaign, Decision.of(campaign.launchedAt() == null ? What.STARTED : What.RESUMED, actor), now());
    }

    /** Ends a campaign: who has not been written to is not written to any more. The rest follows batch by batch. */
    @Transactional
    public void cancel(UUID id, String actor) {
        var campaign = locked(id);
        if (campaign.stored() == CampaignStatus.CANCELLED || campaign.status() == CampaignStatus.FINISHED) {
            throw conflict("The campaign is " + campaign.status().wireName() + ": there is nothing to cancel.");
        }
        store.cancel(id, now());
        store.finished(id, null);
        followUps.end(id);
        hold(campaign, "it is cancelled.");
        news.tell(campaign, Decision.of(What.CANCELLED, actor), now());
    }

    /**
     * Ends a batch of what a cancelled campaign has left.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean sweep(UUID id) {
        var campaign = store.tryLock(id)
                .filter(one -> one.stored() == CampaignStatus.CANCELLED)
                .orElse(null);
        if (campaign == null) {
            return false;
        }
        if (campaign.tally().open() == 0) {
            store.finished(id, now());
            return false;
        }
        // Messages before recipients, as everywhere.
        int withdrawn = messages.cancel(id, campaign.numberId(), BATCH);
        return withdrawn + recipients.cancelWaiting(id, BATCH, now()) > 0;
    }

    /**
     * Gives those another turn whose message has failed for a reason that may have passed, or has expired. The first are
     * waiting for it with the commit; the others follow batch by batch.
     *
     * @return how many
     * @throws RequestFailed CONFLICT when the campaign has not begun, is cancelled, or Meta does not let it
     */
    @Transactional
    public int retry(UUID id, Readiness readiness, String actor) {
        var campaign = locked(id);
        if (campaign.launchedAt() == null || campaign.stored() == CampaignStatus.CANCELLED) {
            throw conflict("The campaign is " + campaign.status().wireName() + ": there is nothing to try again.");
        }
        refuse(readiness);
        var failed = reasons.of(id, RecipientState.FAILED);
        failed.keySet().removeIf(code -> !isWorthAnother(Integer.parseInt(code)));
        long all = failed.values().stream().mapToLong(Long::longValue).sum()
                + campaign.tally().of(RecipientState.EXPIRED);
        var codes = failed.keySet().stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
        int first = batches.retry(campaign, 0, codes);
        int again = followUps.retry(id).isPresent() ? Math.toIntExact(Math.max(first, all)) : first;
        if (again > 0) {
            news.tell(campaign, new Decision(What.RETRIED, actor, null, again + " get another turn."), now());
        }
        return again;
    }

    /** Whether a message that Meta has refused with a code may get through later. Code 0 is our own: opted out, given up. */
    static boolean isWorthAnother(int code) {
        return code != 0 && GraphErrors.advice(code, null).kind() != Kind.PERMANENT;
    }

    /** Looks at the failures of a campaign that runs, and whether it has come to its end. */
    @Transactional
    public void judge(UUID id) {
        var campaign = store.tryLock(id)
                .filter(one -> one.stored() == CampaignStatus.RUNNING)
                .orElse(null);
        if (campaign == null) {
            return;
        }
        var tally = campaign.tally();
        if (tally.open() == 0 && campaign.finishedAt() == null && !followUps.isAny(id)) {
            store.finished(id, now());
            news.tell(campaign, Decision.of(What.FINISHED, null), now());
            return;
        }
        long done = tally.answered() - campaign.baseDone();
        long failed = tally.of(RecipientState.FAILED) - campaign.baseFailed();
        if (isTooMany(campaign.errorThreshold(), done, failed)) {
            pause(
                    campaign,
                    new Decision(
                            What.PAUSED,
                            null,
                            PauseReason.ERROR_RATE,
                            failed + " of the last " + done + " messages have failed, which is more than the "
                                    + campaign.errorThreshold() + " per cent that were allowed. The report says why."));
        } else if (done >= STRETCH) {
            store.rebase(id, tally);
        }
    }

    /** Whether a rate of failures is above the threshold; a few failures are no rate. */
    static boolean isTooMany(int threshold, long done, long failed) {
        return threshold > 0 && done >= ENOUGH && failed * 100 > done * threshold;
    }

    /**
     * Notes that recipients were added to a campaign that may have come to its end before. One that was cancelled while a
     * long file was read has another sweep for the rest of it.
     */
    @Transactional
    public void reopen(UUID id) {
        store.lock(id)
                .filter(campaign -> campaign.finishedAt() != null)
                .ifPresent(campaign -> store.finished(id, null));
    }

    private static void refuse(Readiness readiness) {
        readiness.toBegin().ifPresent(trouble -> {
            throw new RequestFailed(
                    trouble.reason() == PauseReason.TEMPLATE_STATUS
                            ? FailureCode.TEMPLATE_NOT_APPROVED
                            : FailureCode.NUMBER_NOT_READY,
                    trouble.detail());
        });
    }

    private Campaign locked(UUID id) {
        return store.lock(id).orElseThrow(() -> RequestFailed.notFound("campaign", id.toString()));
    }

    private static RequestFailed conflict(String why) {
        return new RequestFailed(FailureCode.CONFLICT, why);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
