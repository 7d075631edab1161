package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.chasqui.platform.accounts.NumberBots;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Which bot answers on which number. Other nodes hear of a change within ten seconds. */
@ApplicationScoped
public class BotNumbers {
    @Inject
    NumberBots links;

    @Inject
    PhoneNumbers numbers;

    /**
     * Links a bot to a number, or unlinks the one that is.
     *
     * @param botId null to unlink
     * @throws RequestFailed VALIDATION_FAILED of the field {@code bot_id} when the workspace has no such bot
     */
    @Transactional
    public void link(SenderNumber number, @Nullable UUID botId, String by) {
        links.link(number, botId, by);
    }

    /** Whether an AI or a server of the customer's may answer on a number by itself; rules need no leave. */
    @Transactional
    public void autoreply(SenderNumber number, boolean enabled, String by) {
        numbers.details(number.workspaceId(), number.id().toString())
                .ifPresent(view -> links.autoreply(view, enabled, by));
    }

    /** The numbers that a bot answers on. */
    public List<NumberView> of(BotView bot) {
        return numbers.listDetails(bot.workspaceId()).stream()
                .filter(number -> bot.id().equals(number.botId()))
                .toList();
    }
}
