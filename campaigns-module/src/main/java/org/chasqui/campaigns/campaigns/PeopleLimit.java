package org.chasqui.campaigns.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.chasqui.messaging.messages.CampaignMessages;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/**
 * How many more people may be written to within 24 hours. Meta counts for the whole portfolio; a workspace is taken for
 * one. Counted twice a minute, with what was handed over since: campaigns wait at the limit instead of failing at Meta.
 */
@ApplicationScoped
class PeopleLimit {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Pattern TIER = Pattern.compile("TIER_(\\d+)(K?)");

    @Inject
    PhoneNumbers numbers;

    @Inject
    CampaignMessages messages;

    @Inject
    Clock clock;

    private final Map<UUID, Counted> counts = new ConcurrentHashMap<>();

    private record Counted(long reached, Instant at) {}

    /** How many more; empty when Meta sets no limit, or does not say. */
    OptionalLong left(SenderNumber number) {
        var limit = limit(number.workspaceId());
        return limit.isEmpty()
                ? limit
                : OptionalLong.of(Math.max(0, limit.getAsLong() - reached(number.workspaceId())));
    }

    /** Notes people who were handed over since the count. */
    void reachedMore(UUID workspaceId, long more) {
        counts.computeIfPresent(workspaceId, (id, counted) -> new Counted(counted.reached + more, counted.at));
    }

    /** The limit of a workspace's portfolio: the highest that any of its numbers shows; empty without one. */
    OptionalLong limit(UUID workspaceId) {
        var tiers = numbers.list(workspaceId).stream()
                .map(SenderNumber::messagingLimit)
                .map(PeopleLimit::tier)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        return tiers.filter(limit -> limit != Long.MAX_VALUE)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** What a tier means: TIER_250, TIER_2K, TIER_100K …; empty for a word without a number other than unlimited. */
    static Optional<Long> tier(@Nullable String word) {
        if (word == null) {
            return Optional.empty();
        }
        if (word.contains("UNLIMITED")) {
            return Optional.of(Long.MAX_VALUE);
        }
        var matcher = TIER.matcher(word);
        return matcher.matches()
                ? Optional.of(
                        Long.parseLong(matcher.group(1)) * (matcher.group(2).isEmpty() ? 1 : 1_000))
                : Optional.empty();
    }

    private long reached(UUID workspaceId) {
        var now = clock.instant();
        var known = counts.get(workspaceId);
        if (known == null || known.at.isBefore(now.minus(FRESH))) {
            var ids = numbers.list(workspaceId).stream().map(SenderNumber::id).toList();
            known = new Counted(messages.reached(workspaceId, ids, now.minus(WINDOW)), now);
            counts.put(workspaceId, known);
        }
        return known.reached;
    }
}
