package org.chasqui.api.costs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.analytics.costs.PriceCategory;
import org.chasqui.analytics.costs.RateCards;
import org.chasqui.campaigns.campaigns.CostCard;

/** Prices the plans of campaigns by the rate cards of analytics, of which campaigns know nothing. */
@ApplicationScoped
class CampaignCosts implements CostCard {
    @Inject
    RateCards cards;

    @Override
    public String market(String peer, Instant at) {
        return cards.market(peer, at);
    }

    @Override
    public Optional<Price> price(UUID workspaceId, UUID accountId, String market, String category, Instant at) {
        return PriceCategory.ofWireName(category)
                .flatMap(priced -> cards.quote(workspaceId, accountId, market, priced, at))
                .map(quote -> new Price(quote.amount(), quote.currency(), quote.effectiveOn()));
    }
}
