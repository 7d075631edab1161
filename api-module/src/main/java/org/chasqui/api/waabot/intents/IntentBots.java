package org.chasqui.api.waabot.intents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.chasqui.api.waabot.instances.InstanceBots;
import org.chasqui.api.waabot.instances.InstanceBots.Behaviour;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.api.waabot.instances.WaabotInstance;
import org.chasqui.messaging.bots.BotSwitches;
import org.chasqui.messaging.bots.BotView;

/** The bot that an intent is for. An instance that has none gets one that answers keywords and says nothing else. */
@ApplicationScoped
class IntentBots {
    private static final BotSwitches KEYWORDS_ONLY = new BotSwitches(true, false, false, false);

    @Inject
    InstanceBots bots;

    @Inject
    Instances instances;

    /**
     * The bot of an instance, made when there is none. Not in a transaction of its own: which bot a number has is read from
     * memory, and that hears of the link when it is committed.
     */
    BotView demand(WaabotInstance instance, String by) {
        return bots.of(instance).orElseGet(() -> make(instance, by));
    }

    private BotView make(WaabotInstance instance, String by) {
        var silent = bots.behaviour(instance);
        bots.change(instance, new Behaviour(silent.name(), silent.settings().withSwitches(KEYWORDS_ONLY)), by);
        return instances
                .find(instance.workspaceId(), instance.objectId())
                .flatMap(bots::of)
                .orElseThrow(() -> new IllegalStateException("an instance has no bot although it was given one"));
    }
}
