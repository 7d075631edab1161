package org.chasqui.web.team;

import java.time.Instant;
import org.chasqui.platform.users.UserView;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A person in the table. */
public final class TeamRow {
    private static final Texts TEXTS = Texts.of("shell");

    private final UserView person;
    private final boolean isSelf;
    private final boolean isChangeable;

    TeamRow(UserView person, boolean isSelf, boolean isChangeable) {
        this.person = person;
        this.isSelf = isSelf;
        this.isChangeable = isChangeable;
    }

    public String getId() {
        return person.id().toString();
    }

    public String getName() {
        return person.name();
    }

    public String getEmail() {
        return person.email();
    }

    public String getInitials() {
        return Formats.initials(person.name());
    }

    /** As forms send it: OWNER, ADMIN, AGENT or VIEWER. */
    public String getRole() {
        return person.role().name();
    }

    public String getRoleText() {
        return TEXTS.get("role." + person.role());
    }

    public String getColour() {
        return switch (person.role()) {
            case OWNER -> "violet";
            case ADMIN -> "blue";
            case AGENT -> "green";
            case VIEWER -> "plain";
        };
    }

    /** Null when the person has never signed in. */
    public @Nullable Instant getLastLoginAt() {
        return person.lastLoginAt();
    }

    public Instant getCreatedAt() {
        return person.createdAt();
    }

    /** Whether this is who looks. */
    public boolean isSelf() {
        return isSelf;
    }

    /** Whether who looks may change or remove this person. */
    public boolean isChangeable() {
        return isChangeable;
    }
}
