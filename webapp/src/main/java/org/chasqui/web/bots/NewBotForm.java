package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.chasqui.messaging.bots.BotRules;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Makes a bot out of a recipe. */
@Named
@RequestScoped
public class NewBotForm {
    private static final Texts TEXTS = Texts.of("bots");

    @Inject
    CurrentUser me;

    @Inject
    Bots bots;

    @Inject
    BotRules rules;

    @Inject
    BotLinking links;

    @Inject
    BotCards cards;

    @Inject
    Formats formats;

    private @Nullable String name;
    private @Nullable String number;

    /** Makes it and leads to it; stays, with a notice at the field, when it is refused. */
    public @Nullable String create() {
        me.demand(Permission.MANAGE_BOTS);
        var recipe = recipe();
        var given = name == null || name.isBlank() ? recipe.getTitle() : name;
        try {
            var made = bots.create(me.workspaceId(), recipe.wish(given, formats.zone(), me.getEmail()));
            // Each goes below the one before it.
            recipe.rules().forEach(rule -> rules.add(me.workspaceId(), made.id(), rule));
            link(made);
            Notices.done(TEXTS.get("new.done"));
            return BotAddress.page(made.id());
        } catch (RequestFailed refused) {
            Notices.refuse("make", List.of("name"), refused);
            return null;
        }
    }

    private void link(BotView bot) {
        cards.numbers().stream()
                .filter(one -> one.botId() == null)
                .filter(one -> one.sender().id().toString().equals(number))
                .findFirst()
                .ifPresent(one -> links.link(one, bot, me.getEmail()));
    }

    private static Recipe recipe() {
        var chosen = Faces.getRequestParameter("recipe");
        return Arrays.stream(Recipe.values())
                .filter(one -> one.getValue().equals(chosen))
                .findFirst()
                .orElse(Recipe.BLANK);
    }

    public List<Recipe> getRecipes() {
        return List.of(Recipe.values());
    }

    /** The numbers on which no bot answers yet. */
    public List<Choice> getNumberChoices() {
        return cards.numbers().stream()
                .filter(one -> one.botId() == null)
                .map(one -> BotLinks.choice(one.sender(), null))
                .toList();
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    /** Our id of the number to answer on; null for none. */
    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }
}
