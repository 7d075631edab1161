package org.chasqui.platform.accounts.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of an onboarding.
 *
 * @param attempts how often it was begun
 * @param tries how often since a person last pressed the button
 * @param startedAt when the last attempt began; null when none has
 * @param finishedAt when the last attempt ended; null while it has not
 * @param request the call at Meta, for example {@code POST /1022/register}; null when there was none
 * @param httpStatus of Meta's last answer; null when there was none
 * @param answer Meta's answer as JSON, without what is secret, or why the step was skipped; null when there is none
 * @param problem why the last attempt failed; null when it has not
 */
public record StepView(
        Step step,
        StepState state,
        int attempts,
        int tries,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String request,
        @Nullable Integer httpStatus,
        @Nullable String answer,
        @Nullable Problem problem) {}
