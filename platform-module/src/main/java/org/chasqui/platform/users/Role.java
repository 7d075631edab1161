package org.chasqui.platform.users;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person may do in a workspace; each role may do all that the ones below it may do. */
public enum Role {
    /** Everything, also other owners. */
    OWNER,
    /** Everything but owners. */
    ADMIN,
    /** Works with messages and conversations. */
    AGENT,
    /** Reads. */
    VIEWER;

    /**
     * This role and all below it, as Jakarta Security knows them: {@code owner}, {@code admin}, {@code agent} and
     * {@code viewer} for an owner, so that {@code isCallerInRole("agent")} is true for one.
     */
    public Set<String> groups() {
        return Arrays.stream(values())
                .filter(other -> compareTo(other) <= 0)
                .map(other -> other.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
