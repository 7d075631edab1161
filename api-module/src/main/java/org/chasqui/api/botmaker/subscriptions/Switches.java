package org.chasqui.api.botmaker.subscriptions;

/**
 * What an endpoint wants to hear of (seed 002).
 *
 * @param bot what bots say
 * @param user what people write
 * @param agent what the team writes
 * @param status what becomes of messages
 * @param templateStatusOnly what becomes of templates, also where the status of other messages is not wanted
 * @param events who does not want to be written to, who has a conversation
 * @param variableChanges whether messages and events tell the variables that were just set
 */
public record Switches(
        boolean bot,
        boolean user,
        boolean agent,
        boolean status,
        boolean templateStatusOnly,
        boolean events,
        boolean variableChanges) {
    /** What people write, and what becomes of messages. */
    public static final Switches USUAL = new Switches(false, true, false, true, false, false, false);

    /** Whether the status of a message is wanted. */
    public boolean wantsStatusOf(boolean isTemplate) {
        return templateStatusOnly ? isTemplate : status;
    }
}
