package org.chasqui.campaigns.campaigns;

import org.jspecify.annotations.Nullable;

/**
 * A decision about a campaign, as it is told.
 *
 * @param actor who decided; null when the campaign did
 * @param reason why; null when there is nothing to say
 * @param detail the same in a sentence
 */
record Decision(
        StoryEntry.What what,
        @Nullable String actor,
        @Nullable PauseReason reason,
        @Nullable String detail) {
    static Decision of(StoryEntry.What what, @Nullable String actor) {
        return new Decision(what, actor, null, null);
    }
}
