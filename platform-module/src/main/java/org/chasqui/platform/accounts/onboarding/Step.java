package org.chasqui.platform.accounts.onboarding;

import java.util.Locale;

/** The steps of an onboarding, in their order. */
public enum Step {
    /** A person goes through Meta's window; only Embedded Signup has it, and the gateway can but wait for it. */
    WINDOW,
    /** The window's code, which lives for 30 seconds, becomes a token. */
    EXCHANGE,
    /** What the token may do, where, and for how long. */
    INSPECT,
    /** Which account and which of its numbers are meant. */
    FIND,
    /** The app gets the account's webhooks. */
    SUBSCRIBE,
    /** The webhooks go to an address of this installation, when it has one of its own. */
    CALLBACK,
    /** The number is registered for the Cloud API with a PIN; not in coexistence. */
    REGISTER,
    /** Meta is asked once more, then the number can send here. */
    READY,
    /** In coexistence Meta is asked for the contacts and the history of the app; the number sends meanwhile. */
    SYNC;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
