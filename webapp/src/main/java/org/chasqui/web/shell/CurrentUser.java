package org.chasqui.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.util.UUID;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.platform.users.UserView;
import org.chasqui.platform.users.Users;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The person who is signed in, as the database knows them now. */
@Named("me")
@RequestScoped
public class CurrentUser {
    private static final Texts TEXTS = Texts.of("shell");

    @Inject
    SecurityContext security;

    @Inject
    Users users;

    private @Nullable UserView user;

    /** The person. */
    public UserView view() {
        var known = user;
        if (known == null) {
            var principal = security.getCallerPrincipal();
            known = principal == null
                    ? null
                    : users.byEmail(principal.getName()).orElse(null);
            if (known == null) {
                throw new RequestFailed(FailureCode.PERMISSION_DENIED, "Nobody is signed in.");
            }
            user = known;
        }
        return known;
    }

    /** The workspace that the person works in. */
    public UUID workspaceId() {
        return view().workspaceId();
    }

    /**
     * Demands a permission.
     *
     * @throws RequestFailed PERMISSION_DENIED
     */
    public void demand(Permission permission) {
        if (!view().may(permission)) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED, "Your role does not allow this; an admin of the workspace can.");
        }
    }

    public String getName() {
        return view().name();
    }

    public String getEmail() {
        return view().email();
    }

    public String getInitials() {
        return Formats.initials(getName());
    }

    public String getRoleText() {
        return TEXTS.get("role." + view().role());
    }

    public boolean isMayManageUsers() {
        return view().may(Permission.MANAGE_USERS);
    }

    public boolean isMaySend() {
        return view().may(Permission.SEND);
    }

    public boolean isMayManageWebhooks() {
        return view().may(Permission.MANAGE_WEBHOOKS);
    }

    public boolean isMayManageAccounts() {
        return view().may(Permission.MANAGE_ACCOUNTS);
    }

    public boolean isMayManageTemplates() {
        return view().may(Permission.MANAGE_TEMPLATES);
    }

    public boolean isMayManageBots() {
        return view().may(Permission.MANAGE_BOTS);
    }

    public boolean isMayManageKeys() {
        return view().may(Permission.MANAGE_KEYS);
    }
}
