package org.chasqui.platform.accounts.onboarding;

import java.time.Duration;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** A problem as the refusal of the request that ran into it; names the field where one is to blame. */
final class Refusals {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofMinutes(15);

    private Refusals() {}

    static RequestFailed of(OnboardingView run, Problem problem) {
        var meta = problem.metaCode() == null ? "" : " (Meta's code " + problem.metaCode() + ")";
        var sentence = problem.what() + " " + problem.how() + meta + " The run is kept: "
                + "/api/v1/whatsapp/onboarding/" + run.id() + ".";
        var credential = run.method() == OnboardingView.Method.MANUAL ? "access_token" : "code";
        return switch (problem.code()) {
            case CODE_EXPIRED, CODE_USED, CODE_REFUSED, NO_CODE, WINDOW_FAILED ->
                RequestFailed.invalid("code", sentence);
            case TOKEN_INVALID, OTHER_APP, PERMISSION_MISSING -> RequestFailed.invalid(credential, sentence);
            case NO_ACCOUNT, NO_NUMBER -> RequestFailed.invalid("waba_id", sentence);
            case CHOOSE_NUMBER, NUMBER_NOT_THERE -> RequestFailed.invalid("phone_number_id", sentence);
            case WRONG_PIN, PIN_LOCKED -> RequestFailed.invalid("pin", sentence);
            case ACCOUNT_TAKEN -> new RequestFailed(FailureCode.CONFLICT, sentence);
            case META_AWAY, NOT_CONNECTED -> RequestFailed.retryLater(FailureCode.PROVIDER_ERROR, sentence, SOON);
            case META_BUSY -> RequestFailed.retryLater(FailureCode.PROVIDER_ERROR, sentence, LATER);
            case INTERNAL, SECRET_LOST -> new RequestFailed(FailureCode.INTERNAL_ERROR, sentence);
            case APP_REFUSED,
                    CALLBACK_UNREACHED,
                    META_REFUSED,
                    NUMBER_JUST_DELETED,
                    NUMBER_NOT_VERIFIED,
                    REGISTRATION_LOCKED -> new RequestFailed(FailureCode.PROVIDER_REJECTED, sentence);
        };
    }
}
