package org.chasqui.campaigns.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.chasqui.messaging.messages.CampaignMessages;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/**
 * How many more people may be written to within 24 hours. Meta counts for all numbers of a business portfolio; of a WABA
 * whose portfolio is not known, for its own numbers. Counted twice a minute, with what was handed over since: campaigns
 * wait at the limit instead of failing at Meta.
 */
@ApplicationScoped
class PeopleLimit {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Pattern TIER = Pattern.compile("TIER_(\\d+)(K?)");

    @Inject
    PhoneNumbers numbers;

    @Inject
    Accounts accounts;

    @Inject
    CampaignMessages messages;

    @Inject
    Clock clock;

    private final Map<Portfolio, Counted> counts = new ConcurrentHashMap<>();
    private final Map<UUID, Known> portfolios = new ConcurrentHashMap<>();

    /** Whose numbers count together: Meta's id of a business, or our id of an account whose business is not known. */
    private record Portfolio(UUID workspaceId, String owner) {}

    private record Counted(long reached, Instant at) {}

    /** Meta's ids of businesses by our id of the account, of one workspace. */
    private record Known(Map<UUID, String> owners, Instant at) {}

    /** How many more; empty when Meta sets no limit, or does not say. */
    OptionalLong left(SenderNumber number) {
        var limit = limit(number);
        return limit.isEmpty() ? limit : OptionalLong.of(Math.max(0, limit.getAsLong() - reached(number)));
    }

    /** Notes people who were handed over since the count. */
    void reachedMore(SenderNumber number, long more) {
        counts.computeIfPresent(
                portfolio(number), (portfolio, counted) -> new Counted(counted.reached + more, counted.at));
    }

    /** The limit of a number's portfolio: the highest that any number of it shows; empty without one. */
    OptionalLong limit(SenderNumber number) {
        var tiers = siblings(number).stream()
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

    private long reached(SenderNumber number) {
        var now = clock.instant();
        var portfolio = portfolio(number);
        var known = counts.get(portfolio);
        if (known == null || known.at.isBefore(now.minus(FRESH))) {
            var ids = siblings(number).stream().map(SenderNumber::id).toList();
            known = new Counted(messages.reached(number.workspaceId(), ids, now.minus(WINDOW)), now);
            counts.put(portfolio, known);
        }
        return known.reached;
    }

    /** The numbers that count together with this one, itself included. */
    private List<SenderNumber> siblings(SenderNumber number) {
        var portfolio = portfolio(number);
        return numbers.list(number.workspaceId()).stream()
                .filter(other -> portfolio(other).equals(portfolio))
                .toList();
    }

    private Portfolio portfolio(SenderNumber number) {
        var owner = owners(number.workspaceId()).get(number.accountId());
        return new Portfolio(
                number.workspaceId(), owner == null ? number.accountId().toString() : owner);
    }

    private Map<UUID, String> owners(UUID workspaceId) {
        var now = clock.instant();
        var known = portfolios.get(workspaceId);
        if (known == null || known.at.isBefore(now.minus(FRESH))) {
            var owners = new HashMap<UUID, String>();
            for (AccountView account : accounts.list(workspaceId)) {
                var business = account.businessId();
                if (business != null) {
                    owners.put(account.id(), business);
                }
            }
            known = new Known(Map.copyOf(owners), now);
            portfolios.put(workspaceId, known);
        }
        return known.owners;
    }
}
