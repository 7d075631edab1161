package org.chasqui.platform.accounts.onboarding;

import java.util.Locale;

/** Where a step stands. */
public enum StepState {
    PENDING,
    RUNNING,
    DONE,
    /** Not needed this time. */
    SKIPPED,
    FAILED;

    /** Whether the next step may begin. */
    public boolean isBehind() {
        return this == DONE || this == SKIPPED;
    }

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
