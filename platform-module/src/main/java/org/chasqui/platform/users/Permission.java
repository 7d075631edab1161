package org.chasqui.platform.users;

/** What a page or an action may ask for, and the least role that holds it. */
public enum Permission {
    VIEW(Role.VIEWER),
    SEND(Role.AGENT),
    MANAGE_KEYS(Role.ADMIN),
    MANAGE_WEBHOOKS(Role.ADMIN),
    MANAGE_TEMPLATES(Role.ADMIN),
    MANAGE_BOTS(Role.ADMIN),
    MANAGE_ACCOUNTS(Role.ADMIN),
    MANAGE_USERS(Role.ADMIN),
    MANAGE_OWNERS(Role.OWNER);

    private final Role least;

    Permission(Role least) {
        this.least = least;
    }

    /** Whether a role holds this permission. */
    public boolean isHeldBy(Role role) {
        return role.compareTo(least) <= 0;
    }
}
