package org.chasqui.platform.accounts.onboarding;

import org.chasqui.platform.graph.GraphError;
import org.jspecify.annotations.Nullable;

/**
 * Why a step failed.
 *
 * @param code from our closed list
 * @param what what happened, for people
 * @param how what to do about it, for people
 * @param retryable whether the gateway tries again by itself
 * @param httpStatus of Meta's answer; null when there was none
 * @param metaCode Meta's code; null when Meta has not answered with one
 * @param metaSubcode Meta's subcode; null when absent
 * @param metaWords Meta's own words, for the dashboard; null when absent. The API does not repeat them
 * @param trace Meta's {@code fbtrace_id} or session id, for Meta's support; null when absent
 */
public record Problem(
        ProblemCode code,
        String what,
        String how,
        boolean retryable,
        @Nullable Integer httpStatus,
        @Nullable Integer metaCode,
        @Nullable Integer metaSubcode,
        @Nullable String metaWords,
        @Nullable String trace) {

    static Problem of(ProblemCode code) {
        return of(code, code.what());
    }

    static Problem of(ProblemCode code, String what) {
        return new Problem(code, what, code.how(), false, null, null, null, null, null);
    }

    static Problem passing(ProblemCode code) {
        return new Problem(code, code.what(), code.how(), true, null, null, null, null, null);
    }

    static Problem of(ProblemCode code, GraphError error, boolean retryable, String what, String how) {
        return new Problem(
                code,
                what,
                how,
                retryable,
                error.httpStatus(),
                error.code(),
                error.subcode(),
                Redaction.ofSecrets(error.details() == null ? error.title() : error.title() + ": " + error.details()),
                error.fbtraceId());
    }

    /** The same, but nobody tries again by himself. */
    Problem forGood() {
        return new Problem(code, what, how, false, httpStatus, metaCode, metaSubcode, metaWords, trace);
    }
}
