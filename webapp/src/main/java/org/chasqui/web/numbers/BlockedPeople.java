package org.chasqui.web.numbers;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chasqui.platform.accounts.profile.BlockList;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Whom a number has blocked, on its page. */
@Named
@RequestScoped
public class BlockedPeople {
    private static final Texts TEXTS = Texts.of("numbers");
    private static final int MOST = 50;

    @Inject
    CurrentUser me;

    @Inject
    NumberPage page;

    @Inject
    MetaAnswers meta;

    @Inject
    BlockList blockList;

    private MetaAnswers.Part<BlockList.Page> part;
    private @Nullable String person;
    private @Nullable String whom;

    @PostConstruct
    void open() {
        part = meta.part(() -> blockList.list(page.number().sender(), MOST, null));
    }

    /** Why Meta does not show the list; null when it does. */
    public @Nullable String getProblem() {
        return part.problem();
    }

    /** The first of them, digits only. */
    public List<String> getPeople() {
        var known = part.value();
        return known == null ? List.of() : known.users();
    }

    /** Whether Meta knows of more. */
    public boolean isMore() {
        var known = part.value();
        return known != null && known.next() != null;
    }

    /** A person's number; masked for who may write to nobody. */
    public String shown(String digits) {
        return me.isMaySend() ? "+" + digits : Formats.mask(digits);
    }

    /** Blocks the person whose number was entered. */
    public String block() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        var entered = person == null ? "" : person.strip();
        if (entered.chars().noneMatch(Character::isDigit)) {
            NumbersPage.say(FacesMessage.SEVERITY_WARN, TEXTS.get("blocked.none.given"));
            return page.here();
        }
        return tell("blocked.done", () -> blockList.block(page.number().sender(), List.of(entered)));
    }

    /** Unblocks the person that the dialog names. */
    public String unblock() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        return tell(
                "blocked.undone", () -> blockList.unblock(page.number().sender(), List.of(whom == null ? "" : whom)));
    }

    private String tell(String done, Deed deed) {
        try {
            var problem = deed.perform().get(0).problem();
            NumbersPage.say(
                    problem == null ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_WARN,
                    problem == null ? TEXTS.get(done) : TEXTS.get("blocked.refused", problem));
        } catch (RequestFailed refused) {
            NumbersPage.warn(refused);
        }
        return page.here();
    }

    private interface Deed {
        List<BlockList.Result> perform();
    }

    public @Nullable String getPerson() {
        return person;
    }

    public void setPerson(@Nullable String given) {
        person = given;
    }

    public @Nullable String getWhom() {
        return whom;
    }

    public void setWhom(@Nullable String given) {
        whom = given;
    }
}
