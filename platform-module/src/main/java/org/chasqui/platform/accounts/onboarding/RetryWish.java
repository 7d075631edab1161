package org.chasqui.platform.accounts.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * What a person adds to another try.
 *
 * @param from the step to begin with; null for the one that failed
 * @param pin the number's PIN, six digits; null to keep what is known
 * @param phoneNumberId Meta's id of the number that is meant; null to keep what is known
 */
public record RetryWish(
        @Nullable Step from, @Nullable String pin, @Nullable String phoneNumberId) {
    /** Without the PIN. */
    @Override
    public String toString() {
        return "RetryWish[from=" + from + "]";
    }
}
