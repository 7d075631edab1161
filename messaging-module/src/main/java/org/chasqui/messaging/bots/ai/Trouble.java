package org.chasqui.messaging.bots.ai;

import java.util.Locale;

/** Why an AI or a server of the customer's gave no answer that could be sent, and what to do. The list is closed. */
enum Trouble {
    NOT_CONFIGURED(false, "Nothing is set that could be asked."),
    BUDGET_USED_UP(false, "The tokens of the day are used up. Raise the budget, or wait until midnight UTC."),
    BUSY(false, "As many answers of this bot are under way as it may have at once."),
    RESTING(false, "It failed several times in a row and is left alone for a while; the failures before say why."),

    UNREACHABLE(true, "It cannot be reached: look at the address, and whether it runs."),
    TIMED_OUT(true, "It did not answer in time. Allow more time, or have it do less."),
    ADDRESS_REFUSED(true, "The address may not be called: it must be public and on https."),
    ANSWER_TOO_LARGE(true, "Its answer had no end in sight and was cut off."),
    THROTTLED(true, "It says that it gets too many requests, or that its account has no credit left."),
    SERVER_FAILED(true, "It failed; whoever runs it has to look."),
    WRONG_KEY(true, "It refuses the key. Enter the key again."),
    WRONG_MODEL(true, "It does not know this model, or the address is wrong; that usually ends in /v1."),
    REQUEST_REFUSED(false, "It refuses the request; what it says may tell why."),
    NOT_UNDERSTOOD(true, "Its answer is not what was asked for; see docs/bots.md for what is."),

    EMPTY(false, "The model said nothing."),
    TOO_LONG(false, "The model said far more than a message holds. Ask it for short answers, or choose another model."),
    PROMPT_REPEATED(false, "The answer repeated the instructions of the bot, so it was not sent."),
    LINK_NOT_KNOWN(false, "The answer had a web address that stands in none of the bot's texts, so it was not sent."),
    MESSAGE_REFUSED(false, "One of the messages in the answer cannot be sent, so none was.");

    private final boolean isServer;
    private final String advice;

    Trouble(boolean isServer, String advice) {
        this.isServer = isServer;
        this.advice = advice;
    }

    /** As decisions print it. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What to do, in a sentence or two. */
    String advice() {
        return advice;
    }

    /** Whether whom we asked is to blame, and not the question or this answer: several of these in a row open the circuit. */
    boolean isOfTheServer() {
        return isServer;
    }
}
