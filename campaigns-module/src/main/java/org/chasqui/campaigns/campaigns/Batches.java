package org.chasqui.campaigns.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.chasqui.campaigns.recipients.RecipientStore;
import org.chasqui.messaging.messages.CampaignMessages;

/**
 * What a decision moves too much of for one transaction. The first batch goes with the decision, so that it takes effect at
 * once however long the list is; the others follow one by one, each with its note of how far it has come.
 */
@ApplicationScoped
class Batches {
    private static final int SIZE = 1_000;

    @Inject
    CampaignStore store;

    @Inject
    RecipientStore recipients;

    @Inject
    CampaignMessages messages;

    @Inject
    FollowUps followUps;

    @Inject
    Clock clock;

    int size = SIZE;

    /** Lets the first messages go that were held while the campaign was paused. The caller has locked it, and brings the transaction. */
    void release(Campaign campaign) {
        if (messages.release(campaign.id(), campaign.numberId(), size) < size) {
            followUps.endReleasing(campaign.id());
        } else {
            followUps.keepReleasing(campaign.id());
        }
    }

    /**
     * Gives the first recipients another turn whose message has failed with one of the codes, or has expired. The caller has
     * locked the campaign, and brings the transaction.
     *
     * @param cursor place on the list behind which to begin
     * @return how many
     */
    int retry(Campaign campaign, long cursor, Set<Integer> codes) {
        var id = campaign.id();
        var again = recipients.again(id, codes, cursor, size, now());
        if (again.isEmpty()) {
            followUps.endRetrying(id);
            return 0;
        }
        store.cursor(id, Math.min(campaign.cursor(), again.get(0) - 1));
        store.finished(id, null);
        // The threshold looks at what comes from now on, and these do not count as failed any more.
        store.rebase(id, store.tally(id));
        if (again.size() < size) {
            followUps.endRetrying(id);
        } else {
            followUps.keepRetrying(id, new FollowUps.Retry(again.get(again.size() - 1), codes));
        }
        return again.size();
    }

    /**
     * Does the next batch of what was decided about a campaign.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean next(UUID campaignId) {
        if (!followUps.isAny(campaignId)) {
            return false;
        }
        return store.tryLock(campaignId).map(this::goOn).orElse(false);
    }

    /** Behind the lock: what was left a moment ago may have been ended by another decision. */
    private boolean goOn(Campaign campaign) {
        var retry = followUps.retry(campaign.id());
        if (retry.isPresent()) {
            retry(campaign, retry.get().cursor(), retry.get().codes());
            return true;
        }
        if (campaign.stored() == CampaignStatus.RUNNING && followUps.isReleasing(campaign.id())) {
            release(campaign);
            return true;
        }
        return false;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
