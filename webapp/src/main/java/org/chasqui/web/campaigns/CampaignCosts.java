package org.chasqui.web.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chasqui.analytics.costs.CostReport;
import org.chasqui.analytics.costs.Costs;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.web.text.Formats;
import org.jspecify.annotations.Nullable;

/** What a campaign has cost so far. An account has one currency, and a campaign one account. */
@RequestScoped
class CampaignCosts {
    @Inject
    Costs costs;

    @Inject
    Formats formats;

    /** Null before Meta has taken a message. */
    CostReport.@Nullable InCurrency of(Campaign campaign) {
        Instant since = campaign.launchedAt();
        if (since == null) {
            return null;
        }
        var filter = new CountFilter(campaign.workspaceId(), null, null, null, campaign.id(), null, false);
        var report = costs.report(filter, since, formats.now().plusSeconds(1), ZoneOffset.UTC);
        return report.currencies().isEmpty() ? null : report.currencies().get(0);
    }

    static List<CostLine> lines(CostReport.InCurrency report) {
        return report.lines().stream()
                .map(line -> new CostLine(
                        line.market(),
                        line.estimate().messages(),
                        amount(line.estimate()),
                        amount(line.actual()),
                        report.currency()))
                .toList();
    }

    /** Null when nothing is known: no message, or none with a price. */
    static @Nullable BigDecimal amount(CostReport.Sum sum) {
        return sum.messages() == 0 || sum.unpriced() == sum.messages() ? null : sum.amount();
    }
}
