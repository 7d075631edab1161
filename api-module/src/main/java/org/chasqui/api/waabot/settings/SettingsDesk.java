package org.chasqui.api.waabot.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.UnaryOperator;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.instances.InstanceBots;
import org.chasqui.api.waabot.instances.InstanceBots.Behaviour;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.api.waabot.instances.WaabotInstance;

/** Changes an instance and its bot in one transaction. */
@ApplicationScoped
class SettingsDesk {
    @Inject
    InstanceBots bots;

    @Inject
    Instances instances;

    @Inject
    InstanceWebhooks webhooks;

    /**
     * Has an instance behave otherwise.
     *
     * @return whether anything is other than before
     */
    @Transactional
    public boolean change(WaabotInstance instance, UnaryOperator<Behaviour> how, String by) {
        return bots.change(instance, how.apply(bots.behaviour(instance)), by);
    }

    /** The switches, of which two are the instance's own and not its bot's. */
    @Transactional
    public boolean changeActions(WaabotInstance instance, Arguments given, String by) {
        boolean sendWebhook = given.flag("send_webhook").orElse(instance.sendWebhook());
        boolean multiDevice = given.flag("multi_device").orElse(instance.multiDevice());
        boolean isOwn = sendWebhook != instance.sendWebhook() || multiDevice != instance.multiDevice();
        var present = isOwn
                ? instances.change(
                        instance, old -> old.sendingWebhooks(sendWebhook).withMultiDevice(multiDevice))
                : instance;
        if (sendWebhook != instance.sendWebhook()) {
            webhooks.follow(present, by);
        }
        return change(present, old -> SettingsChange.actions(old, given), by) || isOwn;
    }
}
