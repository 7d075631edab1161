package org.chasqui.campaigns.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.chasqui.campaigns.recipients.Reasons;
import org.chasqui.campaigns.recipients.RecipientReader;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.SkipReason;
import org.chasqui.messaging.contacts.ContactBook;
import org.chasqui.messaging.contacts.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the whole list as a launch would, page by page, and writes nothing. What it says is true of now: who
 * opts out later is skipped all the same.
 */
@ApplicationScoped
public class Plans {
    private static final int PAGE = 2_000;
    private static final int SAMPLES = 5;

    @Inject
    RecipientReader recipients;

    @Inject
    Reasons reasons;

    @Inject
    ContactBook contacts;

    @Inject
    Lookout lookout;

    @Inject
    PeopleLimit limit;

    @Inject
    Instance<CostCard> cards;

    @Inject
    Clock clock;

    /** The plan of a campaign for those who wait for their turn. */
    public Plan of(Campaign campaign) {
        var readiness = lookout.look(campaign);
        var obstacles = new ArrayList<String>();
        readiness.toBegin().ifPresent(trouble -> obstacles.add(trouble.detail()));
        var walk = new Walk(campaign, readiness, cards.isResolvable() ? cards.get() : null);
        if (readiness.template() != null) {
            walk.run();
        }
        if (walk.reach == 0) {
            obstacles.add("Nobody would be written to.");
        }
        var number = readiness.number();
        int rate = number == null ? 0 : number.messagesPerSecond();
        var most = number == null ? OptionalLong.empty() : limit.limit(number);
        return new Plan(
                campaign.tally().total(),
                walk.reach,
                walk.skipped,
                walk.samples,
                walk.costs(),
                rate,
                Duration.ofSeconds(rate == 0 ? 0 : (walk.reach + rate - 1) / rate),
                most.isPresent() ? most.getAsLong() : null,
                most.isPresent() && number != null ? limit.left(number).orElse(0) : null,
                obstacles);
    }

    /** One look through a list. */
    private final class Walk {
        private final Campaign campaign;
        private final Readiness readiness;
        private final @Nullable CostCard card;
        private final Instant at;
        private final Map<String, Long> skipped;
        private final Map<String, Long> markets = new TreeMap<>();
        private final List<Plan.Sample> samples = new ArrayList<>();
        private long reach;

        private Walk(Campaign campaign, Readiness readiness, @Nullable CostCard card) {
            this.campaign = campaign;
            this.readiness = readiness;
            this.card = card;
            this.at = campaign.scheduledAt() == null ? clock.instant() : campaign.scheduledAt();
            this.skipped = new TreeMap<>(reasons.of(campaign.id(), RecipientState.SKIPPED));
        }

        private void run() {
            var template = readiness.template();
            if (template == null) {
                return;
            }
            var wording = new Wording(template, Expansion.tree(campaign.components()));
            long cursor = 0;
            var page = page(cursor);
            while (!page.isEmpty()) {
                look(page, wording);
                cursor = page.get(page.size() - 1).position();
                page = page(cursor);
            }
        }

        private List<RecipientRow> page(long cursor) {
            return recipients.list(campaign.id(), Set.of(RecipientState.WAITING), null, null, false, cursor, PAGE);
        }

        private void look(List<RecipientRow> page, Wording wording) {
            var people = contacts.known(page.stream()
                    .map(row -> new Identity(campaign.workspaceId(), peer(row)))
                    .toList());
            for (var row : page) {
                var person = people.get(new Identity(campaign.workspaceId(), peer(row)));
                var filled = wording.of(row);
                if (person != null && person.hasOptedOutOf(readiness.category())) {
                    skip(SkipReason.OPTED_OUT);
                } else if (!filled.missing().isEmpty()) {
                    skip(SkipReason.MISSING_VARIABLE);
                } else {
                    reach(row, filled.text());
                }
            }
        }

        private void skip(SkipReason reason) {
            skipped.merge(reason.wireName(), 1L, Long::sum);
        }

        private void reach(RecipientRow row, String text) {
            reach++;
            if (samples.size() < SAMPLES) {
                samples.add(new Plan.Sample(row.written(), row.name(), text));
            }
            if (card != null) {
                markets.merge(card.market(peer(row), at), 1L, Long::sum);
            }
        }

        private List<Plan.Cost> costs() {
            var known = card;
            if (known == null) {
                return List.of();
            }
            return markets.entrySet().stream()
                    .map(market -> cost(
                            market,
                            known.price(
                                            campaign.workspaceId(),
                                            campaign.accountId(),
                                            market.getKey(),
                                            readiness.category(),
                                            at)
                                    .orElse(null)))
                    .toList();
        }

        private Plan.Cost cost(Map.Entry<String, Long> market, CostCard.@Nullable Price price) {
            return new Plan.Cost(
                    market.getKey(),
                    readiness.category(),
                    market.getValue(),
                    price == null ? null : price.amount().multiply(BigDecimal.valueOf(market.getValue())),
                    price == null ? null : price.currency(),
                    price == null ? null : price.since());
        }
    }

    private static String peer(RecipientRow row) {
        var peer = row.peer();
        return peer == null ? row.written() : peer;
    }
}
