package org.chasqui.api.waabot.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.waabot.instances.InstanceBots;
import org.chasqui.api.waabot.instances.InstanceLife;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.api.waabot.instances.Life;
import org.chasqui.api.waabot.instances.WaabotInstance;
import org.chasqui.api.waabot.settings.InstanceWebhooks;
import org.chasqui.messaging.bots.BotNumbers;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances, gives them numbers and takes these away. A number itself stays connected to the gateway whatever becomes
 * of its instance: other keys, campaigns and the dashboard may be at it, and so may other instances' tokens, which belong to
 * the whole account at Meta.
 */
@ApplicationScoped
public class LifeCycle {
    @Inject
    Instances instances;

    @Inject
    InstanceBots bots;

    @Inject
    InstanceWebhooks webhooks;

    @Inject
    InstanceLife lives;

    @Inject
    BotNumbers links;

    @Inject
    PhoneNumbers numbers;

    /**
     * Makes an instance with a bot of its own.
     *
     * @param name of the bot; null for the usual one
     * @param number our id or Meta's id of a connected number that is none of the account's instances; null to connect one later
     * @throws RequestFailed VALIDATION_FAILED for an unknown number, CONFLICT for one that is an instance
     */
    @Transactional
    public WaabotInstance create(UUID workspaceId, @Nullable String name, @Nullable String number, String by) {
        var sender = number == null ? null : free(workspaceId, number);
        var bot = bots.create(workspaceId, name == null ? InstanceBots.UNNAMED : name, by);
        var made = instances.create(workspaceId, bot.id());
        return sender == null ? made : attach(made, sender, by);
    }

    private SenderNumber free(UUID workspaceId, String number) {
        var sender = numbers.find(workspaceId, number)
                .orElseThrow(() -> RequestFailed.invalid(
                        "number", "no connected number of the account has this id. Leave it out to connect one."));
        if (instances.ofNumber(sender.id()).isPresent()) {
            throw new RequestFailed(
                    FailureCode.CONFLICT, "This number is an instance already: GET /whatsapp lists it.");
        }
        return sender;
    }

    /** Gives an instance a number; its bot answers there when none does. */
    @Transactional
    public WaabotInstance attach(WaabotInstance instance, SenderNumber number, String by) {
        var bot = instance.botId();
        var attached = instances.change(instance, old -> old.withNumber(number.id()));
        lives.taken(number.id());
        boolean isFree = numbers.details(number.workspaceId(), number.id().toString())
                .filter(details -> details.botId() != null)
                .isEmpty();
        if (bot != null && isFree) {
            links.link(number, bot, by);
        }
        webhooks.follow(attached, by);
        return attached;
    }

    /** Takes the number from an instance: it sends nothing, hears nothing and answers nobody. Again changes nothing. */
    @Transactional
    public WaabotInstance logOut(WaabotInstance given, String by) {
        var instance = instances.lock(given);
        var numberId = instance.numberId();
        if (numberId == null) {
            return instance;
        }
        var bot = bots.of(instance).map(BotView::id).orElse(null);
        unlink(instance, by);
        var left = instances.change(instance, old -> old.withNumber(null).withBot(bot));
        lives.change(left, life -> new Life(life.instanceId(), null, numberId));
        webhooks.follow(left, by);
        return left;
    }

    /** Gives an instance the number back that it was logged out of, as long as that is there and nobody else's. */
    @Transactional
    public WaabotInstance logIn(WaabotInstance given, String by) {
        var instance = instances.lock(given);
        var left = lives.of(instance).leftNumberId();
        if (instance.numberId() != null || left == null) {
            return instance;
        }
        var number = numbers.find(instance.workspaceId(), left.toString())
                .filter(sender -> instances.ofNumber(sender.id()).isEmpty());
        return number.map(sender -> attach(instance, sender, by)).orElse(instance);
    }

    /** Removes an instance with its endpoint; its bot stays in the dashboard and answers nobody. */
    @Transactional
    public void delete(WaabotInstance instance, String by) {
        unlink(instance, by);
        instances.delete(webhooks.remove(instance, by));
    }

    private void unlink(WaabotInstance instance, String by) {
        sender(instance).ifPresent(number -> links.link(number, null, by));
    }

    private Optional<SenderNumber> sender(WaabotInstance instance) {
        var id = instance.numberId();
        return id == null ? Optional.empty() : numbers.find(instance.workspaceId(), id.toString());
    }
}
