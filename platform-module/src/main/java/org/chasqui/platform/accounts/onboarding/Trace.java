package org.chasqui.platform.accounts.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * What a step leaves behind for people to read.
 *
 * @param request the call at Meta; null when there was none
 * @param httpStatus of the answer; null when there was none
 * @param answer as JSON without secrets, or a sentence; null when there is none
 */
record Trace(
        @Nullable String request,
        @Nullable Integer httpStatus,
        @Nullable String answer) {
    private static final int OK = 200;

    static Trace of(String request, Object answer) {
        return new Trace(request, OK, Rows.write(answer));
    }

    static Trace sentence(String answer) {
        return new Trace(null, null, answer);
    }

    static Trace failed(@Nullable String request, @Nullable Integer httpStatus) {
        return new Trace(request, httpStatus, null);
    }
}
