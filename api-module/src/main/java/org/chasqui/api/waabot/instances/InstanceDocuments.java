package org.chasqui.api.waabot.instances;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.api.dialects.Client;
import org.chasqui.messaging.bots.BotSettings;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;

/** Prints instances as the seed shows them. */
@ApplicationScoped
public class InstanceDocuments {
    @Inject
    InstanceBots bots;

    @Inject
    PhoneNumbers numbers;

    @Inject
    InstanceLife life;

    /**
     * The whole document: ids, credentials, settings.
     *
     * @param reader who looks at it
     */
    public ObjectNode document(WaabotInstance instance, Client reader) {
        var document = JsonNodeFactory.instance.objectNode().put("_id", instance.objectId());
        document.set("settings", settings(instance, status(instance).name(), reader));
        return document.put("user_id", ForeignIds.objectId(instance.workspaceId()))
                .put("session_id", instance.sessionId())
                .put("createdAt", Times.iso(instance.createdAt()))
                .put("updatedAt", Times.iso(instance.updatedAt()))
                .put("__v", 0);
    }

    /** How an instance stands. */
    public InstanceStatus status(WaabotInstance instance) {
        return life.status(instance, number(instance));
    }

    /**
     * The settings alone.
     *
     * @param status what to say of how it stands: clients ask in two places for two words
     * @param reader who looks at them
     */
    public ObjectNode settings(WaabotInstance instance, String status, Client reader) {
        var behaviour = bots.behaviour(instance);
        var settings = JsonNodeFactory.instance.objectNode();
        var digits = number(instance)
                .map(number -> number.sender().displayPhoneNumber().replaceAll("\\D", ""));
        digits.ifPresent(number -> settings.put("bot_number", number));
        settings.put(
                        "bot_name",
                        digits.map(number -> behaviour.name().replace("bot_number", number))
                                .orElse(behaviour.name()))
                .put("status", status)
                .put("bot_timezone", behaviour.settings().schedule().zone().text())
                .put("bot_lang", behaviour.settings().language())
                .put(
                        "default_msg",
                        Optional.ofNullable(behaviour.settings().messages().fallback())
                                .orElse(""));
        settings.set("actions", actions(instance, behaviour.settings()));
        settings.set("active_days", days(behaviour.settings()));
        settings.putObject("active_hours")
                .put("from", behaviour.settings().schedule().hours().from())
                .put("to", behaviour.settings().schedule().hours().to());
        // What is stored and cannot be done: said here, and nowhere pretended.
        settings.putObject("effective").put("reply_group_msgs", false).put("multi_device", false);
        // It proves every scope for the number: whoever holds fewer would have them all by reading.
        return settings.put("access_token", reader.mayDoEverything() ? instance.accessToken() : null);
    }

    private Optional<NumberView> number(WaabotInstance instance) {
        var id = instance.numberId();
        return id == null ? Optional.empty() : numbers.details(instance.workspaceId(), id.toString());
    }

    private static ObjectNode actions(WaabotInstance instance, BotSettings settings) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("send_default_msg", settings.messages().fallbackOn())
                .put("reply_group_msgs", settings.switches().replyToGroups())
                .put("reply_unread_msgs", settings.switches().replyToUnread())
                .put("reply_msgs", settings.switches().reply())
                .put("multi_device", instance.multiDevice())
                .put("send_webhook", instance.sendWebhook());
    }

    private static ObjectNode days(BotSettings settings) {
        var days = JsonNodeFactory.instance.objectNode();
        for (var day : DayOfWeek.values()) {
            days.put(
                    day.name().toLowerCase(Locale.ROOT),
                    settings.schedule().days().contains(day));
        }
        return days;
    }
}
