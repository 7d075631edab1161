package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Function;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.BotWish;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** What can be done with a bot as a whole, from the list and from its page. */
@Named
@RequestScoped
public class BotDeeds {
    private static final Texts TEXTS = Texts.of("bots");
    private static final String LIST = "/console/bots.xhtml?faces-redirect=true";

    @Inject
    CurrentUser me;

    @Inject
    Bots bots;

    private @Nullable String bot;
    private @Nullable String name;

    /** Gives it another name; stays, with a notice at the field, when that is none. */
    public @Nullable String rename() {
        me.demand(Permission.MANAGE_BOTS);
        try {
            var renamed = change(wish(name == null ? "" : name, null));
            return BotAddress.page(renamed.id());
        } catch (RequestFailed refused) {
            Notices.refuse("rename", List.of("name"), refused);
            return null;
        }
    }

    public String pause() {
        return doing("pause.done", known -> change(wish(null, false)));
    }

    public String resume() {
        return doing("resume.done", known -> change(wish(null, true)));
    }

    /** Removes it and leads to the list. */
    public String delete() {
        return doing("delete.done", known -> {
            bots.delete(me.workspaceId(), known.id(), me.getEmail());
            return null;
        });
    }

    private BotWish wish(@Nullable String newName, @Nullable Boolean active) {
        return new BotWish(newName, null, active, null, null, null, null, null, me.getEmail());
    }

    private BotView change(BotWish wish) {
        return bots.change(me.workspaceId(), required().id(), wish).bot();
    }

    private BotView required() {
        var id = BotAddress.uuid(bot);
        var known = id == null ? null : bots.find(me.workspaceId(), id).orElse(null);
        if (known == null) {
            throw RequestFailed.notFound("bot", String.valueOf(bot));
        }
        return known;
    }

    private String doing(String done, Function<BotView, @Nullable BotView> deed) {
        me.demand(Permission.MANAGE_BOTS);
        try {
            var known = required();
            var after = deed.apply(known);
            Notices.done(TEXTS.getOr(done, done).replace("{0}", known.name()));
            return after == null ? LIST : BotAddress.page(after.id());
        } catch (RequestFailed refused) {
            Notices.warn(String.valueOf(refused.getMessage()));
            return LIST;
        }
    }

    public @Nullable String getBot() {
        return bot;
    }

    public void setBot(@Nullable String bot) {
        this.bot = bot;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }
}
