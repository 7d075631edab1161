package org.chasqui.campaigns.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads campaigns for those who have no transaction. */
@ApplicationScoped
class CampaignReader {
    @Inject
    CampaignStore store;

    /** Every campaign of which something is to be done or watched, of all workspaces. */
    @Transactional
    public List<Campaign> live() {
        return store.live();
    }
}
