package org.chasqui.web.team;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Users;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** One's own account: who one is here, and the password. */
@Named
@RequestScoped
public class AccountPage {
    private static final Texts TEXTS = Texts.of("team");
    private static final String HERE = "/console/account.xhtml?faces-redirect=true";

    @Inject
    CurrentUser me;

    @Inject
    Users users;

    private @Nullable String current;
    private @Nullable String wanted;
    private @Nullable String again;

    /** Changes the password of who is signed in. */
    public @Nullable String changePassword() {
        if (!orEmpty(wanted).equals(orEmpty(again))) {
            return refuse("again", TEXTS.get("account.differs"));
        }
        try {
            users.changePassword(me.view(), orEmpty(current), orEmpty(wanted));
        } catch (RequestFailed refused) {
            boolean isCurrent =
                    refused.fields().stream().anyMatch(field -> field.field().equals("current_password"));
            return isCurrent
                    ? refuse("current", TEXTS.get("account.wrong"))
                    : refuse("wanted", String.valueOf(refused.getMessage()));
        }
        Notices.done(TEXTS.get("account.changed"));
        return HERE;
    }

    private static @Nullable String refuse(String field, String why) {
        Notices.refuse("password:" + field, why);
        return null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public Instant getSince() {
        return me.view().createdAt();
    }

    public @Nullable Instant getLastLoginAt() {
        return me.view().lastLoginAt();
    }

    public @Nullable String getCurrent() {
        return current;
    }

    public void setCurrent(@Nullable String current) {
        this.current = current;
    }

    public @Nullable String getWanted() {
        return wanted;
    }

    public void setWanted(@Nullable String wanted) {
        this.wanted = wanted;
    }

    public @Nullable String getAgain() {
        return again;
    }

    public void setAgain(@Nullable String again) {
        this.again = again;
    }
}
