package org.chasqui.platform.accounts.onboarding;

import java.util.Locale;

/** The closed list of what can go wrong while an account comes in: what happened, and how to mend it. */
public enum ProblemCode {
    WINDOW_FAILED(
            Mend.REOPEN,
            "Meta's window ended with an error.",
            "Open the window again. If it fails again, give Meta's support the session id."),
    NO_CODE(
            Mend.REOPEN,
            "Meta's window was finished but gave no code.",
            "Open the window again and let it close by itself; the account that was chosen is still there."),
    CODE_EXPIRED(
            Mend.REOPEN,
            "The code of Meta's window is valid for 30 seconds, and they were over.",
            "Open the window again; what was entered is kept at Meta."),
    CODE_USED(
            Mend.REOPEN,
            "The code of Meta's window was used before, and Meta gives a token for it once.",
            "Open the window again for another code."),
    CODE_REFUSED(
            Mend.REOPEN,
            "Meta does not accept the code.",
            "Open the window again. If it stays so, compare the app id and the configuration id with Meta's app"
                    + " dashboard."),
    APP_REFUSED(
            Mend.RETRY,
            "Meta does not accept the id or the secret of the app.",
            "Compare chasqui.meta.app-id and chasqui.meta.app-secret with Meta's app dashboard, then open the window"
                    + " again."),
    TOKEN_INVALID(
            Mend.REOPEN,
            "The token is not valid, or not any more.",
            "Open the window again, or make a new token of a system user."),
    OTHER_APP(
            Mend.REOPEN,
            "The token belongs to another app of Meta, which would get the webhooks.",
            "Make a token for the app whose id is set here (chasqui.meta.app-id)."),
    PERMISSION_MISSING(
            Mend.REOPEN,
            "The token lacks a permission that is needed to send and to manage.",
            "Open the window again and leave all permissions ticked; for a system user, give both WhatsApp"
                    + " permissions."),
    NO_ACCOUNT(
            Mend.REOPEN,
            "The token reaches no WhatsApp account.",
            "Open the window again and choose or make a WhatsApp account; for a system user, assign the account to"
                    + " it."),
    ACCOUNT_TAKEN(
            Mend.RETRY,
            "The WhatsApp account is connected by another workspace of this gateway.",
            "Remove it there first, then try again."),
    NO_NUMBER(
            Mend.RETRY,
            "The WhatsApp account has no phone number.",
            "Add a number in WhatsApp Manager, then try again; or open the window again and add one there."),
    CHOOSE_NUMBER(
            Mend.CHOOSE_NUMBER, "There is more than one number that can be meant.", "Choose the number to connect."),
    NUMBER_NOT_THERE(
            Mend.CHOOSE_NUMBER,
            "The number is not in the WhatsApp account that was found.",
            "Choose one of the account's numbers, or compare both ids."),
    CALLBACK_UNREACHED(
            Mend.RETRY,
            "Meta asked our webhook address for its challenge and did not get it back.",
            "See that chasqui.public-url can be reached from the internet over https, then try again."),
    WRONG_PIN(
            Mend.GIVE_PIN,
            "The number has a PIN already, and the one we gave is not it. Most likely the last provider set it.",
            "Give the PIN that was set earlier. If nobody knows it, turn two-step verification off in WhatsApp"
                    + " Manager, then try again."),
    NUMBER_NOT_VERIFIED(
            Mend.RETRY,
            "The number has not been verified.",
            "Verify it in WhatsApp Manager with a code by text message or call, then try again."),
    PIN_LOCKED(
            Mend.GIVE_PIN,
            "The PIN was guessed wrong too often, and Meta takes no other for a while.",
            "Wait as long as Meta's details say, then give the right PIN."),
    REGISTRATION_LOCKED(
            Mend.RETRY,
            "The number was registered or deregistered too often: ten times in 72 hours are allowed.",
            "Wait 72 hours, then try again. Every try before that counts, too."),
    NUMBER_JUST_DELETED(
            Mend.RETRY, "The number was deleted at Meta a moment ago.", "Wait five minutes, then try again."),
    NOT_CONNECTED(
            Mend.RETRY,
            "The number is registered, but Meta does not call it connected yet.",
            "Look at the number in WhatsApp Manager, then try again."),
    SECRET_LOST(
            Mend.REOPEN,
            "What was stored for this run cannot be read with the encryption key that is set now.",
            "Set the old key as chasqui.encryption-key-previous, or open the window again."),
    META_AWAY(
            Mend.RETRY,
            "Meta could not be reached, or has a fault of its own.",
            "Nothing to do for the moment: it is tried again. If it stays so, check the network and Meta's status"
                    + " page."),
    META_BUSY(
            Mend.RETRY,
            "Meta takes no more calls for a while.",
            "Nothing to do: it is tried again when Meta allows it."),
    META_REFUSED(Mend.RETRY, "Meta refused.", "Read what Meta says, put it right, then try again."),
    INTERNAL(Mend.RETRY, "The gateway failed.", "It is tried again. If it stays so, look into the log of the server.");

    private final Mend mend;
    private final String what;
    private final String how;

    ProblemCode(Mend mend, String what, String how) {
        this.mend = mend;
        this.what = what;
        this.how = how;
    }

    /** What a person can do about it here. */
    public Mend mend() {
        return mend;
    }

    /** What happened, in a sentence. */
    public String what() {
        return what;
    }

    /** How to mend it, in a sentence or two. */
    public String how() {
        return how;
    }

    /** As the API writes it; stable. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
