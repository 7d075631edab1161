package org.chasqui.messaging.contacts;

import org.jspecify.annotations.Nullable;

/**
 * Which people to list; a null part does not filter.
 *
 * @param text part of a name, of a number or of a user name
 * @param tag a tag that they have
 * @param optedOut category that they do not want
 */
public record ContactFilter(
        @Nullable String text,
        @Nullable String tag,
        @Nullable String optedOut) {

    /** Everybody. */
    public static ContactFilter none() {
        return new ContactFilter(null, null, null);
    }
}
