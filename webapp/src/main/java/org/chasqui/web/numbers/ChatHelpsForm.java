package org.chasqui.web.numbers;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import org.chasqui.platform.accounts.profile.ChatHelps;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Ice breakers and commands as they are edited on the page of a number, one on each line. */
@Named
@RequestScoped
public class ChatHelpsForm {
    private static final Texts TEXTS = Texts.of("numbers");

    @Inject
    CurrentUser me;

    @Inject
    NumberPage page;

    @Inject
    MetaAnswers meta;

    @Inject
    ChatHelps helps;

    private MetaAnswers.Part<ChatHelps.Helps> part;
    private @Nullable String iceBreakers;
    private @Nullable String commands;

    @PostConstruct
    void open() {
        part = meta.part(() -> helps.of(page.number().sender()));
    }

    /** Why Meta does not show them; null when it does. */
    public @Nullable String getProblem() {
        return part.problem();
    }

    /** Writes them to Meta; stays with what was written when Meta would refuse it. */
    public @Nullable String save() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        try {
            var lines = text(iceBreakers)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            helps.change(page.number().sender(), new ChatHelps.Helps(lines, CommandLines.read(text(commands))));
            NumbersPage.say(FacesMessage.SEVERITY_INFO, TEXTS.get("helps.saved"));
            return page.here();
        } catch (RequestFailed refused) {
            FacesContext.getCurrentInstance()
                    .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, words(refused), null));
            return null;
        }
    }

    /** With the names of the page for what is wrong. */
    private static String words(RequestFailed refused) {
        if (refused.fields().isEmpty()) {
            return String.valueOf(refused.getMessage());
        }
        var wrong = refused.fields().get(0);
        return TEXTS.get("helps.wrong." + wrong.field(), wrong.message());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    public @Nullable String getIceBreakers() {
        if (iceBreakers != null) {
            return iceBreakers;
        }
        var known = part.value();
        return known == null ? null : known.iceBreakers().stream().collect(Collectors.joining("\n"));
    }

    public void setIceBreakers(@Nullable String given) {
        iceBreakers = text(given);
    }

    public @Nullable String getCommands() {
        if (commands != null) {
            return commands;
        }
        var known = part.value();
        return known == null ? null : CommandLines.write(known.commands());
    }

    public void setCommands(@Nullable String given) {
        commands = text(given);
    }
}
