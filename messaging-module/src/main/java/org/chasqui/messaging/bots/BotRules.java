package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** The rules of bots, always in the order in which they are looked at. */
@ApplicationScoped
public class BotRules {
    private static final int MOST = 500;
    private static final int STEP = 10;

    @Inject
    BotStore bots;

    @Inject
    RuleStore store;

    @Inject
    RuleCheck check;

    @Inject
    Event<BotsChanged> changed;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * The rules of a bot.
     *
     * @throws RequestFailed NOT_FOUND when the workspace has no such bot
     */
    @Transactional
    public List<RuleView> list(UUID workspaceId, UUID botId) {
        if (bots.find(workspaceId, botId).isEmpty()) {
            throw RequestFailed.notFound("bot", botId.toString());
        }
        return store.list(botId);
    }

    /** What the rules of all bots of the workspace are called: the newest bot first, the rules of each in their order. */
    @Transactional
    public List<RuleTitle> titles(UUID workspaceId) {
        return store.titles(workspaceId);
    }

    /** How many rules each bot of the workspace has; those without any are left out. */
    @Transactional
    public Map<UUID, Integer> counts(UUID workspaceId) {
        return store.counts(workspaceId);
    }

    /** A rule of a bot of the workspace. */
    @Transactional
    public Optional<RuleView> find(UUID workspaceId, UUID botId, UUID ruleId) {
        return bots.find(workspaceId, botId).flatMap(bot -> store.find(botId, ruleId));
    }

    /**
     * Adds a rule, below the others unless the wish says otherwise.
     *
     * @throws RequestFailed NOT_FOUND, CONFLICT when the bot has too many, or VALIDATION_FAILED with the field that is wrong
     */
    @Transactional
    public RuleView add(UUID workspaceId, UUID botId, RuleWish wish) {
        bots.demand(workspaceId, botId);
        var others = store.list(botId);
        if (others.size() >= MOST) {
            throw new RequestFailed(FailureCode.CONFLICT, "A bot has " + MOST + " rules at most.");
        }
        var now = now();
        var lowest = others.stream().mapToInt(RuleView::priority).min().orElse(STEP * 2) - STEP;
        var blank = new RuleView(
                ids.next(), botId, null, MatchKind.CONTAINS, List.of(), List.of(), lowest, true, 0, null, now, now);
        return keep(workspaceId, with(workspaceId, blank, demanding(wish), now));
    }

    /**
     * Changes a rule.
     *
     * @throws RequestFailed NOT_FOUND, or VALIDATION_FAILED with the field that is wrong
     */
    @Transactional
    public RuleView change(UUID workspaceId, UUID botId, UUID ruleId, RuleWish wish) {
        bots.demand(workspaceId, botId);
        return keep(workspaceId, with(workspaceId, demand(botId, ruleId), wish, now()));
    }

    /**
     * Removes a rule.
     *
     * @throws RequestFailed NOT_FOUND
     */
    @Transactional
    public void remove(UUID workspaceId, UUID botId, UUID ruleId) {
        bots.demand(workspaceId, botId);
        demand(botId, ruleId);
        store.delete(botId, ruleId);
        changed.fire(new BotsChanged(workspaceId, botId));
    }

    /**
     * Puts rules into an order: their priorities are counted anew.
     *
     * @param ids every rule of the bot, once
     * @throws RequestFailed NOT_FOUND, or VALIDATION_FAILED when one is missing or too many
     */
    @Transactional
    public List<RuleView> order(UUID workspaceId, UUID botId, List<UUID> ids) {
        bots.demand(workspaceId, botId);
        var known = new HashSet<UUID>();
        store.list(botId).forEach(rule -> known.add(rule.id()));
        if (ids.size() != known.size() || !known.equals(new HashSet<>(ids))) {
            throw RequestFailed.invalid(
                    "rule_ids",
                    "must name each of the " + known.size() + " rules of the bot once, the first one first.");
        }
        store.order(botId, ids, now());
        changed.fire(new BotsChanged(workspaceId, botId));
        return store.list(botId);
    }

    private RuleView demand(UUID botId, UUID ruleId) {
        return store.find(botId, ruleId).orElseThrow(() -> RequestFailed.notFound("rule", ruleId.toString()));
    }

    private static RuleWish demanding(RuleWish wish) {
        if (wish.keywords() == null) {
            throw RequestFailed.invalid("keywords", "is missing: the words that the rule looks for.");
        }
        if (wish.actions() == null) {
            throw RequestFailed.invalid("actions", "is missing: what is done when one of the keywords is found.");
        }
        return wish;
    }

    private RuleView with(UUID workspaceId, RuleView old, RuleWish wish, Instant now) {
        var match = orElse(wish.match(), old.match());
        return new RuleView(
                old.id(),
                old.botId(),
                wish.title() == null ? old.title() : check.title(wish.title()),
                match,
                // Also those that stay: another way to match may not like them.
                check.keywords(match, orElse(wish.keywords(), old.keywords())),
                wish.actions() == null ? old.actions() : check.actions(workspaceId, wish.actions()),
                check.priority(orElse(wish.priority(), old.priority())),
                orElse(wish.active(), old.active()),
                old.hits(),
                old.lastHitAt(),
                old.createdAt(),
                now);
    }

    private static <T> T orElse(@Nullable T wanted, T old) {
        return wanted == null ? old : wanted;
    }

    private RuleView keep(UUID workspaceId, RuleView rule) {
        store.save(rule);
        changed.fire(new BotsChanged(workspaceId, rule.botId()));
        return rule;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
