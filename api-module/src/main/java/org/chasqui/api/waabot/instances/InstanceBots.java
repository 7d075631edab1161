package org.chasqui.api.waabot.instances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialects.Client;
import org.chasqui.messaging.bots.BotGuards;
import org.chasqui.messaging.bots.BotHours;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotMessages;
import org.chasqui.messaging.bots.BotNumbers;
import org.chasqui.messaging.bots.BotSchedule;
import org.chasqui.messaging.bots.BotSettings;
import org.chasqui.messaging.bots.BotSwitches;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.BotWish;
import org.chasqui.messaging.bots.BotZone;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/**
 * The bots of instances. How an instance behaves is how its bot does; the dashboard shows and changes the same. A number that
 * was connected without Waabot has none until somebody sets one: listing instances must not make anything answer people.
 */
@ApplicationScoped
public class InstanceBots {
    /** The name of a bot that was given none; {@code bot_number} stands for the number (seed 001). */
    public static final String UNNAMED = "WhatsappClient (bot_number)";

    /** A new instance by the defaults of seed 001. */
    private static final BotSettings OF_THE_SEED = new BotSettings(
            "en",
            new BotSchedule(BotZone.parse("Africa/Harare"), EnumSet.allOf(DayOfWeek.class), BotHours.ALWAYS),
            new BotMessages(null, BotMessages.SEED_FALLBACK, true, null),
            // It does not yield: what a client of Waabot sends by itself has never silenced its bot.
            new BotSwitches(true, true, true, false),
            BotGuards.DEFAULT);

    /** The same, but silent: what an instance has that nobody has set up as a bot. */
    private static final BotSettings SILENT = OF_THE_SEED
            .withMessages(new BotMessages(null, BotMessages.SEED_FALLBACK, false, null))
            .withSwitches(new BotSwitches(false, false, false, false));

    @Inject
    Bots bots;

    @Inject
    BotNumbers links;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Instances instances;

    /** How an instance behaves: name and settings of its bot, or those of one that nobody has set up. */
    public record Behaviour(String name, BotSettings settings) {}

    /** The bot of an instance: the one that is linked to its number, else the one that it was made with. */
    @Transactional
    public Optional<BotView> of(WaabotInstance instance) {
        return botId(instance).flatMap(id -> bots.find(instance.workspaceId(), id));
    }

    /** How an instance behaves. */
    @Transactional
    public Behaviour behaviour(WaabotInstance instance) {
        return of(instance)
                .map(bot -> new Behaviour(bot.name(), bot.settings()))
                .orElse(new Behaviour(UNNAMED, SILENT));
    }

    /**
     * Makes the bot of a new instance, which answers as soon as a number is connected.
     */
    @Transactional
    public BotView create(UUID workspaceId, String name, String by) {
        return bots.create(workspaceId, wish(new Behaviour(name, OF_THE_SEED), by));
    }

    /**
     * Has an instance behave otherwise; one that has no bot gets one when that is needed.
     *
     * @return whether anything is other than before
     */
    @Transactional
    public boolean change(WaabotInstance given, Behaviour wanted, String by) {
        // Two who find no bot would make two, of which one answers nobody.
        var instance = instances.lock(given);
        var bot = of(instance);
        if (bot.isPresent()) {
            return bots.change(instance.workspaceId(), bot.get().id(), renamed(wanted, by))
                    .changed();
        }
        if (wanted.equals(behaviour(instance))) {
            return false;
        }
        var made = bots.create(instance.workspaceId(), wish(wanted, by));
        var numberId = instance.numberId();
        if (numberId == null) {
            instances.change(instance, old -> old.withBot(made.id()));
        } else {
            numbers.find(instance.workspaceId(), numberId.toString())
                    .ifPresent(number -> links.link(number, made.id(), by));
        }
        return true;
    }

    /**
     * Goes on when a client may change the bot of an instance. One that answers on other numbers, too, is not for whoever may
     * use this number alone; in the native API no bot is.
     *
     * @throws RequestFailed PERMISSION_DENIED
     */
    @Transactional
    public void demandOwn(WaabotInstance instance, Client client) {
        boolean isShared = client.onlyNumber() != null
                && of(instance).stream()
                        .flatMap(bot -> links.of(bot).stream())
                        .anyMatch(number -> !client.mayUse(number.sender().id()));
        if (isShared) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "The bot of this instance answers on other numbers, too: send the bearer token of the account to"
                            + " change it.");
        }
    }

    private Optional<UUID> botId(WaabotInstance instance) {
        var numberId = instance.numberId();
        return numberId == null
                ? Optional.ofNullable(instance.botId())
                : numbers.details(instance.workspaceId(), numberId.toString()).map(NumberView::botId);
    }

    private static BotWish wish(Behaviour wanted, String by) {
        return new BotWish(wanted.name(), BotKind.RULES, true, wanted.settings(), null, null, null, null, by);
    }

    private static BotWish renamed(Behaviour wanted, String by) {
        return new BotWish(wanted.name(), null, null, wanted.settings(), null, null, null, null, by);
    }
}
