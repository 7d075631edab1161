package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.failure.RequestFailed;

/** The rules of bots, always in the order in which they are looked at. */
@ApplicationScoped
public class BotRules {

    /**
     * The rules of a bot.
     *
     * @throws RequestFailed NOT_FOUND when the workspace has no such bot
     */
    @Transactional
    public List<RuleView> list(UUID workspaceId, UUID botId) {
        throw new UnsupportedOperationException("follows");
    }

    /** A rule of a bot of the workspace. */
    @Transactional
    public Optional<RuleView> find(UUID workspaceId, UUID botId, UUID ruleId) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * Adds a rule, below the others unless the wish says otherwise.
     *
     * @throws RequestFailed NOT_FOUND, or VALIDATION_FAILED with the field that is wrong
     */
    @Transactional
    public RuleView add(UUID workspaceId, UUID botId, RuleWish wish) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * Changes a rule.
     *
     * @throws RequestFailed NOT_FOUND, or VALIDATION_FAILED with the field that is wrong
     */
    @Transactional
    public RuleView change(UUID workspaceId, UUID botId, UUID ruleId, RuleWish wish) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * Removes a rule.
     *
     * @throws RequestFailed NOT_FOUND
     */
    @Transactional
    public void remove(UUID workspaceId, UUID botId, UUID ruleId) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * Puts rules into an order: their priorities are counted anew.
     *
     * @param ids every rule of the bot, once
     * @throws RequestFailed NOT_FOUND, or VALIDATION_FAILED when one is missing or too many
     */
    @Transactional
    public List<RuleView> order(UUID workspaceId, UUID botId, List<UUID> ids) {
        throw new UnsupportedOperationException("follows");
    }
}
