package org.chasqui.web.team;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.NewUser;
import org.chasqui.platform.users.Permission;
import org.chasqui.platform.users.Role;
import org.chasqui.platform.users.UserView;
import org.chasqui.platform.users.Users;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Who may sign in to the workspace, and as what. */
@Named
@RequestScoped
public class TeamPage {
    private static final Texts TEXTS = Texts.of("team");
    private static final List<String> FIELDS = List.of("email", "name");
    private static final String NEW_PASSWORD = "org.chasqui.web.team.new";
    private static final String HERE = "/console/team.xhtml?faces-redirect=true";

    @Inject
    CurrentUser me;

    @Inject
    Users users;

    private @Nullable String name;
    private @Nullable String email;
    private @Nullable String role = Role.AGENT.name();
    private @Nullable String personId;
    private @Nullable List<TeamRow> rows;

    /** Answers 403 to roles that may not manage people. */
    public void guard() throws IOException {
        if (!me.isMayManageUsers()) {
            Faces.responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
        }
    }

    public List<TeamRow> getRows() {
        var known = rows;
        if (known == null) {
            known = users.list(me.workspaceId()).stream().map(this::row).toList();
            rows = known;
        }
        return known;
    }

    /** Nobody takes a right away from themselves by a slip: somebody else does it. */
    private TeamRow row(UserView person) {
        boolean isSelf = person.id().equals(me.view().id());
        boolean isMine = person.role() != Role.OWNER || me.view().may(Permission.MANAGE_OWNERS);
        return new TeamRow(person, isSelf, isMine && !isSelf);
    }

    public String getCountText() {
        return TEXTS.get("count", getRows().size());
    }

    /** The roles that who looks may give. */
    public List<Role> getRoles() {
        return Arrays.stream(Role.values())
                .filter(one -> one != Role.OWNER || me.view().may(Permission.MANAGE_OWNERS))
                .toList();
    }

    /** Adds a person; the first password is on the page that follows, and on no other. */
    public @Nullable String add() {
        me.demand(Permission.MANAGE_USERS);
        try {
            var password = NewUser.randomPassword();
            var added = users.add(me.view(), new NewUser(orEmpty(email), orEmpty(name), wantedRole(), password));
            Faces.setFlashAttribute(NEW_PASSWORD, new ShownPassword(added.name(), added.email(), password));
            return HERE;
        } catch (RequestFailed refused) {
            Notices.refuse("addPerson", FIELDS, refused);
            return null;
        }
    }

    /** Gives a person another role. */
    public String changeRole() {
        me.demand(Permission.MANAGE_USERS);
        return settle(() -> {
            var changed = users.changeRole(me.view(), UUID.fromString(orEmpty(personId)), wantedRole());
            return TEXTS.get("role.changed", changed.name(), Texts.of("shell").get("role." + changed.role()));
        });
    }

    /** Removes a person. */
    public String remove() {
        me.demand(Permission.MANAGE_USERS);
        return settle(() -> {
            users.remove(me.view(), UUID.fromString(orEmpty(personId)));
            return TEXTS.get("removed");
        });
    }

    /** Does it, and says on the page that follows what came of it. */
    private static String settle(Supplier<String> deed) {
        try {
            Notices.done(deed.get());
        } catch (RequestFailed refused) {
            Notices.failed(String.valueOf(refused.getMessage()));
        }
        return HERE;
    }

    private Role wantedRole() {
        return Role.valueOf(orEmpty(role));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Who the request before this one has added; null on every other page. */
    public @Nullable ShownPassword getNewPassword() {
        return Faces.getFlashAttribute(NEW_PASSWORD);
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public @Nullable String getPersonId() {
        return personId;
    }

    public void setPersonId(@Nullable String personId) {
        this.personId = personId;
    }
}
