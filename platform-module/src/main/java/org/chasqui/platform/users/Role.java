package org.chasqui.platform.users;

/** What a person may do in a workspace; each role may do all that the ones below it may do. */
public enum Role {
    /** Everything, also other owners. */
    OWNER,
    /** Everything but owners. */
    ADMIN,
    /** Works with messages and conversations. */
    AGENT,
    /** Reads. */
    VIEWER
}
