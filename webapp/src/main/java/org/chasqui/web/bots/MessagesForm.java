package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.chasqui.messaging.bots.BotMessages;
import org.chasqui.messaging.bots.BotWish;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** What the bot of the page says where no rule decides. */
@Named
@RequestScoped
public class MessagesForm {
    private static final Texts TEXTS = Texts.of("bots");

    @Inject
    CurrentUser me;

    @Inject
    BotPage page;

    @Inject
    Bots bots;

    private @Nullable SpokenText welcome;
    private @Nullable SpokenText fallback;
    private @Nullable SpokenText away;
    private @Nullable Boolean fallbackOn;

    private BotMessages messages() {
        return page.bot().settings().messages();
    }

    private static SpokenText spoken(@Nullable String text) {
        return new SpokenText(Objects.requireNonNullElse(text, ""));
    }

    /** Nothing to do: what was written is in the fields by now, and the page draws its variants. */
    public void refresh() {}

    /** Keeps them; stays, with a notice, when one cannot be said. */
    public @Nullable String save() {
        me.demand(Permission.MANAGE_BOTS);
        var wanted = new BotMessages(
                getWelcome().wish(),
                getFallback().wish(),
                isFallbackOn(),
                getAway().wish());
        try {
            var settings = page.bot().settings().withMessages(wanted);
            bots.change(me.workspaceId(), page.bot().id(), BotWish.of(settings, me.getEmail()));
            Notices.done(TEXTS.get("ready.saved"));
            return BotAddress.page(page.bot().id());
        } catch (RequestFailed refused) {
            var why = refused.fields().isEmpty()
                    ? String.valueOf(refused.getMessage())
                    : TEXTS.get("variants.wrong", refused.fields().get(0).message());
            Notices.refuse("ready:fallbackOn", why);
            return null;
        }
    }

    public SpokenText getWelcome() {
        var known = welcome;
        if (known == null) {
            known = spoken(messages().welcome());
            welcome = known;
        }
        return known;
    }

    public SpokenText getFallback() {
        var known = fallback;
        if (known == null) {
            known = spoken(messages().fallback());
            fallback = known;
        }
        return known;
    }

    public SpokenText getAway() {
        var known = away;
        if (known == null) {
            known = spoken(messages().away());
            away = known;
        }
        return known;
    }

    public boolean isFallbackOn() {
        var known = fallbackOn;
        return known != null ? known : messages().fallbackOn();
    }

    public void setFallbackOn(boolean fallbackOn) {
        this.fallbackOn = fallbackOn;
    }
}
