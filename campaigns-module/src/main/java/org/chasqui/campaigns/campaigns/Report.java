package org.chasqui.campaigns.campaigns;

import java.util.List;
import java.util.Map;

/**
 * What has become of a campaign.
 *
 * @param funnel how many have come at least so far: accepted, sent, delivered, read, replied
 * @param errors why messages have failed, the most frequent first
 * @param skipped who was not written to, by reason
 * @param costs by market; empty before Meta has taken a message, or when nobody knows prices
 */
public record Report(
        Campaign campaign,
        Map<String, Long> funnel,
        List<Failure> errors,
        Map<String, Long> skipped,
        List<Spending.Line> costs) {
    /**
     * One reason of failures.
     *
     * @param code Meta's; 0 when the reason is ours
     * @param meaning what happened
     * @param advice what a person can do about it
     * @param retryable whether a retry takes them along
     */
    public record Failure(int code, long count, String meaning, String advice, boolean retryable) {}
}
