package org.chasqui.platform.accounts.onboarding;

/** What a person can do about a problem. */
public enum Mend {
    /** Go through Meta's window once more: there must be another code. */
    REOPEN,
    /** Give the number's PIN. */
    GIVE_PIN,
    /** Say which number is meant. */
    CHOOSE_NUMBER,
    /** Press the button when what was wrong has been put right. */
    RETRY
}
