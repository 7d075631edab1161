package org.chasqui.messaging.bots;

/**
 * What a bot may do ({@code actions} of seed 001).
 *
 * @param reply whether it answers at all, the master switch ({@code reply_msgs})
 * @param replyToGroups whether it answers what was written in groups ({@code reply_group_msgs}); only groups of the Cloud
 *     API ever reach us
 * @param replyToUnread whether, when it is switched on or linked, it also answers what nobody has answered and may still be
 *     answered ({@code reply_unread_msgs})
 * @param yieldToPeople whether a conversation is handed over when somebody of the business writes in it: in the Inbox, in the
 *     Business app, or through the API; templates and campaigns do not count
 */
public record BotSwitches(boolean reply, boolean replyToGroups, boolean replyToUnread, boolean yieldToPeople) {
    /** Answers people, yields to people, leaves alone what came before it. */
    public static final BotSwitches DEFAULT = new BotSwitches(true, false, false, true);
}
