package org.chasqui.api.waabot.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.UnaryOperator;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.waabot.instances.InstanceBots;
import org.chasqui.api.waabot.instances.InstanceBots.Behaviour;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.api.waabot.instances.WaabotInstance;
import org.chasqui.platform.failure.RequestFailed;

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
     * @throws RequestFailed PERMISSION_DENIED when its bot is not the client's alone
     */
    @Transactional
    public boolean change(WaabotInstance instance, UnaryOperator<Behaviour> how, Client client) {
        var old = bots.behaviour(instance);
        var wanted = how.apply(old);
        if (wanted.equals(old)) {
            return false;
        }
        bots.demandOwn(instance, client);
        return bots.change(instance, wanted, client.name());
    }

    /** The switches, of which two are the instance's own and not its bot's. */
    @Transactional
    public boolean changeActions(WaabotInstance read, Arguments given, Client client) {
        var instance = instances.lock(read);
        boolean sendWebhook = given.flag("send_webhook").orElse(instance.sendWebhook());
        boolean multiDevice = given.flag("multi_device").orElse(instance.multiDevice());
        boolean isOwn = sendWebhook != instance.sendWebhook() || multiDevice != instance.multiDevice();
        var present = isOwn
                ? instances.change(
                        instance, old -> old.sendingWebhooks(sendWebhook).withMultiDevice(multiDevice))
                : instance;
        if (sendWebhook != instance.sendWebhook()) {
            webhooks.follow(present, client.name());
        }
        return change(present, old -> SettingsChange.actions(old, given), client) || isOwn;
    }
}
