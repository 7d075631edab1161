package org.chasqui.platform.accounts.onboarding;

import java.util.Locale;

/** Where an onboarding stands. */
public enum OnboardingState {
    /** Meta's window is open, or was left open. */
    WAITING,
    /** The gateway is at it, or will be again in a moment. */
    RUNNING,
    /** The numbers can send. */
    READY,
    /** A person must act; the step that failed says how. */
    FAILED,
    /** The window was closed before its end. */
    CANCELLED;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
