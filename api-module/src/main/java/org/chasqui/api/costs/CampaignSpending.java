package org.chasqui.api.costs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.analytics.costs.CostReport;
import org.chasqui.analytics.costs.Costs;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.campaigns.campaigns.Spending;

/** Tells what campaigns have cost by the counts and rate cards of analytics, of which campaigns know nothing. */
@ApplicationScoped
class CampaignSpending implements Spending {
    @Inject
    Costs costs;

    @Override
    public List<Line> of(UUID workspaceId, UUID campaignId, Instant since, Instant until) {
        var filter = new CountFilter(workspaceId, null, null, null, campaignId, null, false);
        var lines = new ArrayList<Line>();
        for (var inCurrency : costs.report(filter, since, until, ZoneOffset.UTC).currencies()) {
            for (var line : inCurrency.lines()) {
                lines.add(new Line(
                        line.market(),
                        line.category().wireName(),
                        inCurrency.currency(),
                        sum(line.estimate()),
                        sum(line.actual())));
            }
        }
        return lines;
    }

    /** Nothing is known of the cost when none of the messages has a price. */
    private static Sum sum(CostReport.Sum sum) {
        boolean isUnknown = sum.messages() == 0 || sum.unpriced() == sum.messages();
        return new Sum(sum.messages(), isUnknown ? null : sum.amount());
    }
}
