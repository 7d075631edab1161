package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.Consumer;
import org.chasqui.messaging.bots.BotNumbers;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.shell.NumberTag;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** On which numbers the bot of the page answers. */
@Named
@RequestScoped
public class BotLinks {
    private static final Texts TEXTS = Texts.of("bots");

    @Inject
    CurrentUser me;

    @Inject
    BotPage page;

    @Inject
    BotCards cards;

    @Inject
    BotNumbers links;

    @Inject
    BotLinking linking;

    private @Nullable String number;

    /** A number to choose, with the bot that answers there now. */
    static Choice choice(SenderNumber number, @Nullable String otherBot) {
        var tag = new NumberTag(number);
        var label = tag.getName().equals(tag.getPhone()) ? tag.getPhone() : tag.getPhone() + " · " + tag.getName();
        return new Choice(
                number.id().toString(), otherBot == null ? label : TEXTS.get("link.instead", label, otherBot));
    }

    public String link() {
        return doing("link.done", found -> linking.link(found, page.bot(), me.getEmail()));
    }

    public String unlink() {
        return doing("unlink.done", found -> links.link(found.sender(), null, me.getEmail()));
    }

    /** Whether the AI or the server may answer on the number by itself. */
    public String allow() {
        return doing("allow.done", found -> links.autoreply(found.sender(), !found.aiAutoreply(), me.getEmail()));
    }

    private String doing(String done, Consumer<NumberView> deed) {
        me.demand(Permission.MANAGE_BOTS);
        try {
            var found = cards.numbers().stream()
                    .filter(one -> one.sender().id().toString().equals(number))
                    .findFirst()
                    .orElseThrow(() -> RequestFailed.notFound("phone number", String.valueOf(number)));
            deed.accept(found);
            Notices.done(TEXTS.getOr(done, done));
        } catch (RequestFailed refused) {
            Notices.warn(String.valueOf(refused.getMessage()));
        }
        return BotAddress.page(page.bot().id());
    }

    /** Our id of a number. */
    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }
}
