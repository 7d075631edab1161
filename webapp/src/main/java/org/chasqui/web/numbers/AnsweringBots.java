package org.chasqui.web.numbers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.web.shell.CurrentUser;
import org.jspecify.annotations.Nullable;

/** Which bot answers on which number. */
@Named
@RequestScoped
public class AnsweringBots {
    @Inject
    CurrentUser me;

    @Inject
    Bots bots;

    @Inject
    PhoneNumbers phoneNumbers;

    private @Nullable Map<String, BotTag> byNumber;

    /** The bot of a number, by Meta's id of the number; null when none answers there. */
    public @Nullable BotTag of(String phoneNumberId) {
        var known = byNumber;
        if (known == null) {
            var byId = bots.list(me.workspaceId()).stream().collect(Collectors.toMap(BotView::id, Function.identity()));
            known = new HashMap<>();
            for (var number : phoneNumbers.listDetails(me.workspaceId())) {
                var bot = number.botId() == null ? null : byId.get(number.botId());
                if (bot != null) {
                    known.put(number.sender().phoneNumberId(), new BotTag(bot));
                }
            }
            byNumber = known;
        }
        return known.get(phoneNumberId);
    }

    /** A bot in a line. */
    public static final class BotTag {
        private final BotView bot;

        BotTag(BotView bot) {
            this.bot = bot;
        }

        public String getId() {
            return bot.id().toString();
        }

        public String getName() {
            return bot.name();
        }
    }
}
