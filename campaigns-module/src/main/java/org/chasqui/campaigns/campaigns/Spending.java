package org.chasqui.campaigns.campaigns;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port to whoever knows what messages have cost. Without one a report has no costs. */
public interface Spending {
    /**
     * What the messages of a campaign have cost, by market.
     *
     * @param since inclusive, down to the hour
     * @param until exclusive
     * @return empty before Meta has taken a message
     */
    List<Line> of(UUID workspaceId, UUID campaignId, Instant since, Instant until);

    /**
     * What was spent in one market.
     *
     * @param market Meta's name
     * @param category what is paid for
     * @param currency ISO 4217
     * @param estimate of all messages that Meta took, by our category and the rate card
     * @param actual of those of which Meta has said the price
     */
    record Line(String market, String category, String currency, Sum estimate, Sum actual) {}

    /**
     * A sum; estimate and actual are never added to each other.
     *
     * @param messages how many messages it is about
     * @param amount what they cost; null when no rate card has a price
     */
    record Sum(long messages, @Nullable BigDecimal amount) {}
}
