package org.chasqui.campaigns.campaigns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.campaigns.recipients.Minute;
import org.chasqui.campaigns.recipients.Minutes;
import org.chasqui.campaigns.recipients.Reasons;
import org.chasqui.campaigns.recipients.RecipientReader;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.Tally;
import org.chasqui.platform.graph.GraphErrors;
import org.jspecify.annotations.Nullable;

/** What has become of campaigns, and the rows behind each number. */
@ApplicationScoped
public class Reports {
    private static final Duration LATEST_STATUS = Duration.ofDays(31);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A table of campaigns that is looked at all day need not add up their costs every second. */
    private static final Duration STALE = Duration.ofSeconds(20);

    /** Less than this is no time to speak of a rate. */
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    @Inject
    RecipientReader recipients;

    @Inject
    Reasons reasons;

    @Inject
    Minutes minutes;

    @Inject
    StoryStore stories;

    @Inject
    Instance<Spending> spending;

    @Inject
    Clock clock;

    private final Cache<UUID, List<Spending.Line>> spent =
            Caffeine.newBuilder().expireAfterWrite(STALE).maximumSize(1_000).build();

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
                reasons.of(campaign.id(), RecipientState.FAILED).entrySet().stream()
                        .map(failure -> failure(Integer.parseInt(failure.getKey()), failure.getValue()))
                        .toList(),
                reasons.of(campaign.id(), RecipientState.SKIPPED),
                costs(campaign));
    }

    /** What was decided about a campaign, the newest first. */
    @Transactional
    public List<StoryEntry> story(Campaign campaign) {
        return stories.of(campaign.id());
    }

    /** What became of its messages by the minute, in their order; minutes in which nothing happened are missing. */
    @Transactional
    public List<Minute> minutes(Campaign campaign) {
        return minutes.of(campaign.id());
    }

    /**
     * How many messages of campaigns Meta takes in a minute just now: by the last minute that is over and the one that has
     * begun. One that Meta has taken nothing of is missing.
     */
    @Transactional
    public Map<UUID, Long> rates(Collection<Campaign> campaigns) {
        var now = clock.instant();
        var since = now.truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.MINUTES);
        var taken = minutes.takenSince(campaigns.stream().map(Campaign::id).toList(), since);
        for (var campaign : campaigns) {
            var launched = campaign.launchedAt();
            var from = launched != null && launched.isAfter(since) ? launched : since;
            long millis =
                    Math.max(SHORTEST.toMillis(), Duration.between(from, now).toMillis());
            taken.computeIfPresent(campaign.id(), (id, n) -> n * MINUTE.toMillis() / millis);
        }
        return taken;
    }

    /** What a campaign has cost, as it was known some seconds ago: for tables of many. */
    @Transactional
    public List<Spending.Line> spentLately(Campaign campaign) {
        return spent.get(campaign.id(), id -> costs(campaign));
    }

    private List<Spending.Line> costs(Campaign campaign) {
        var since = campaign.launchedAt();
        if (since == null || !spending.isResolvable()) {
            return List.of();
        }
        var now = clock.instant().plusSeconds(1);
        var finished = campaign.finishedAt();
        // What Meta says of prices comes with statuses, which do not follow for ever.
        var until = finished == null || finished.plus(LATEST_STATUS).isAfter(now) ? now : finished.plus(LATEST_STATUS);
        return spending.get().of(campaign.workspaceId(), campaign.id(), since, until);
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
