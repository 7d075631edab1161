package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Objects;
import org.chasqui.messaging.bots.BotRules;
import org.chasqui.messaging.bots.RuleWish;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.omnifaces.util.Faces;

/** What is done with rules in their table: put in another order, and switched. */
@Named
@RequestScoped
public class RuleDeeds {
    @Inject
    CurrentUser me;

    @Inject
    BotPage page;

    @Inject
    BotRules rules;

    /** Puts them in the order of the parameter {@code order}; a table that was out of date shows what there is instead. */
    public void order() {
        me.demand(Permission.MANAGE_BOTS);
        var ids = Arrays.stream(parameter("order").split(","))
                .map(BotAddress::uuid)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        orNot(() -> rules.order(me.workspaceId(), page.bot().id(), ids));
    }

    /** Switches the rule of the parameter {@code rule}. */
    public void toggle() {
        me.demand(Permission.MANAGE_BOTS);
        var rule = BotAddress.uuid(parameter("rule"));
        var wish = new RuleWish(null, null, null, null, null, Boolean.valueOf(parameter("on")));
        if (rule != null) {
            orNot(() -> rules.change(me.workspaceId(), page.bot().id(), rule, wish));
        }
    }

    private static String parameter(String name) {
        return Objects.requireNonNullElse(Faces.getRequestParameter(name), "");
    }

    /** Somebody else may have added or removed one meanwhile: the table is drawn anew in any case. */
    private void orNot(Runnable deed) {
        try {
            deed.run();
        } catch (RequestFailed outdated) {
            Faces.getContext().validationFailed();
        }
        page.forget();
    }
}
