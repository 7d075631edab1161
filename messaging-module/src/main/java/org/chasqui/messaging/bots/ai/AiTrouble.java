package org.chasqui.messaging.bots.ai;

import java.util.Locale;

/** Why there is no answer of an AI that could be sent, and what the operator can do about it. The list is closed. */
public enum AiTrouble {
    NOT_CONFIGURED(false, "Give the bot the address of an AI endpoint and a model."),
    TURNS_USED_UP(false, "The AI has answered this person as often as the bot allows; a person or the rules go on."),
    BUDGET_USED_UP(false, "The tokens of the day are used up. Raise the budget, or wait until midnight UTC."),
    BUSY(false, "As many answers of this bot are under way as it may have at once."),
    RESTING(false, "The endpoint failed several times in a row and is left alone for a while; see the failure before."),

    UNREACHABLE(true, "The endpoint cannot be reached: look at its address, and whether it runs."),
    TIMED_OUT(true, "The endpoint did not answer in time. Choose a smaller model, or allow more time."),
    THROTTLED(true, "The endpoint says that it gets too many requests, or that its account has no credit left."),
    ENDPOINT_FAILED(true, "The endpoint failed; its operator has to look."),
    NOT_UNDERSTOOD(true, "The endpoint does not answer as OpenAI's chat completions do. Its address usually ends in /v1."),
    ANSWER_TOO_LARGE(true, "The answer of the endpoint has no end in sight and was cut off."),
    WRONG_KEY(true, "The endpoint refuses the key. Enter it again."),
    WRONG_MODEL(true, "The endpoint does not know this model, or its address is wrong."),
    REQUEST_REFUSED(true, "The endpoint refuses the request. Look whether the model takes this temperature and length."),
    ADDRESS_REFUSED(true, "The address may not be called: it must be public and on https."),

    EMPTY(false, "The model said nothing."),
    TOO_LONG(false, "The model said far more than a message holds. Ask it for short answers, or choose another model."),
    PROMPT_REPEATED(false, "The answer repeated the instructions of the bot, so it was not sent."),
    LINK_NOT_KNOWN(false, "The answer had a web address that stands in none of the bot's texts, so it was not sent.");

    private final boolean isEndpoint;
    private final String advice;

    AiTrouble(boolean isEndpoint, String advice) {
        this.isEndpoint = isEndpoint;
        this.advice = advice;
    }

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What to do, in a sentence or two. */
    public String advice() {
        return advice;
    }

    /** Whether the endpoint is to blame, so that it is left alone after several such failures. */
    boolean isOfTheEndpoint() {
        return isEndpoint;
    }
}
