package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotNumbers;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.platform.accounts.NumberView;

/** Links a bot to a number. Whoever links an AI or a server wants it to answer there: it may, until somebody says otherwise. */
@RequestScoped
class BotLinking {
    @Inject
    BotNumbers links;

    void link(NumberView number, BotView bot, String by) {
        links.link(number.sender(), bot.id(), by);
        if (bot.kind() != BotKind.RULES && !number.aiAutoreply()) {
            links.autoreply(number.sender(), true, by);
        }
    }
}
