package org.chasqui.campaigns.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.RecipientStore;
import org.chasqui.campaigns.recipients.Tally;
import org.chasqui.platform.graph.GraphErrors;
import org.jspecify.annotations.Nullable;

/** What has become of campaigns, and the rows behind each number. */
@ApplicationScoped
public class Reports {
    @Inject
    RecipientStore recipients;

    @Inject
    Instance<Spending> spending;

    @Inject
    Clock clock;

    /**
     * Which recipients to look at; an empty or null part does not filter.
     *
     * @param reason why they were skipped
     * @param errorCode Meta's code with which the message failed
     */
    public record Filter(
            Set<RecipientState> states,
            @Nullable String reason,
            @Nullable Integer errorCode,
            boolean onlyReplied) {}

    /** The report of a campaign. */
    @Transactional
    public Report of(Campaign campaign) {
        return new Report(
                campaign,
                funnel(campaign.tally()),
                recipients.failures(campaign.id()).entrySet().stream()
                        .map(failure -> failure(Integer.parseInt(failure.getKey()), failure.getValue()))
                        .toList(),
                recipients.skips(campaign.id()),
                costs(campaign));
    }

    private List<Spending.Line> costs(Campaign campaign) {
        var since = campaign.launchedAt();
        return since == null || !spending.isResolvable()
                ? List.of()
                : spending.get()
                        .of(
                                campaign.workspaceId(),
                                campaign.id(),
                                since,
                                clock.instant().plusSeconds(1));
    }

    /** Recipients in the order of the list, behind a place. */
    @Transactional
    public List<RecipientRow> recipients(Campaign campaign, Filter filter, long cursor, int limit) {
        return recipients.list(
                campaign.id(),
                filter.states(),
                filter.reason(),
                filter.errorCode(),
                filter.onlyReplied(),
                cursor,
                limit);
    }

    /** Each step holds those who have come further as well. */
    static Map<String, Long> funnel(Tally tally) {
        long read = tally.of(RecipientState.READ);
        long delivered = read + tally.of(RecipientState.DELIVERED);
        long sent = delivered + tally.of(RecipientState.SENT);
        var funnel = new LinkedHashMap<String, Long>();
        funnel.put("accepted", sent + tally.of(RecipientState.ACCEPTED));
        funnel.put("sent", sent);
        funnel.put("delivered", delivered);
        funnel.put("read", read);
        funnel.put("replied", tally.replied());
        return funnel;
    }

    private static Report.Failure failure(int code, long count) {
        if (code == 0) {
            return new Report.Failure(
                    0,
                    count,
                    "The person opted out after the message was made, or somebody gave the message up.",
                    "Write again only after the person has opted in.",
                    false);
        }
        var advice = GraphErrors.advice(code, null);
        return new Report.Failure(code, count, advice.meaning(), advice.advice(), Steering.isWorthAnother(code));
    }
}
