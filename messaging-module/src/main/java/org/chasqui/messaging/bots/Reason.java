package org.chasqui.messaging.bots;

import java.util.Locale;

/** Why a bot did what it did. Words of the API: stable for ever. */
public enum Reason {
    /** A rule matched. */
    RULE,
    /** The person writes for the first time. */
    WELCOME,
    /** No rule matched, and the fallback was said. */
    DEFAULT_MESSAGE,
    /** It is outside of the bot's hours, and the away message was said. */
    AWAY_MESSAGE,
    /** The AI answered. */
    AI,
    /** The customer's server answered. */
    EXTERNAL,
    /** No rule matched, and there is nothing to say then. */
    NO_RULE,
    /** The fallback was said a short while ago. */
    DEFAULT_PAUSED,
    /** It is outside of the bot's hours. */
    OUTSIDE_HOURS,
    /** The bot is switched off, unlinked, or may not reply. */
    BOT_OFF,
    /** Automatic answers are switched off in this conversation. */
    CONVERSATION_MUTED,
    /** A person has the conversation. */
    WITH_A_PERSON,
    /** Somebody of the business answered before the bot could. */
    ANSWERED_BY_A_PERSON,
    /** The person does not want to be written to. */
    OPTED_OUT,
    /** It was written in a group, and the bot does not answer there. */
    GROUP,
    /** It came to us so late that an answer would surprise. */
    TOO_OLD,
    /** The customer service window is closed. */
    WINDOW_CLOSED,
    /** The bot has answered as often as it may for now. */
    TOO_MANY_REPLIES,
    /** The other side answers faster than people do, or the same answer was given again and again. */
    LOOP,
    /** The AI or the customer's server could not answer. */
    SOURCE_FAILED,
    /** The AI or the customer's server chose to say nothing. */
    SOURCE_SILENT,
    /** The answer was refused, for example because a template is not approved. */
    REFUSED,
    /** We could not decide, several times in a row. */
    ERROR;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
