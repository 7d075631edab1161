package org.chasqui.platform.accounts.onboarding;

import java.util.Map;
import java.util.Set;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphError;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.secrets.SecretUnreadable;
import org.jspecify.annotations.Nullable;

/** Judges what went wrong in a step. */
final class Problems {
    private static final int INVALID_PARAMETER = 100;
    private static final int UNKNOWN_OBJECT = 33;
    private static final int CODE_EXPIRED = 36_007;
    private static final int CODE_USED = 36_009;
    private static final int TOKEN = 190;

    /** Codes of Meta with a meaning of their own here; https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes. */
    private static final Map<Integer, ProblemCode> KNOWN = Map.of(
            2200, ProblemCode.CALLBACK_UNREACHED,
            133_005, ProblemCode.WRONG_PIN,
            133_006, ProblemCode.NUMBER_NOT_VERIFIED,
            133_008, ProblemCode.PIN_LOCKED,
            133_009, ProblemCode.PIN_LOCKED,
            133_015, ProblemCode.NUMBER_JUST_DELETED,
            133_016, ProblemCode.REGISTRATION_LOCKED);

    /** Client id or secret are wrong. */
    private static final Set<Integer> APP = Set.of(1, 101);

    private Problems() {}

    static Problem of(Step step, RuntimeException thrown) {
        if (thrown instanceof StepFailed failed) {
            return failed.problem();
        }
        if (thrown instanceof GraphFailed failed) {
            return of(step, failed);
        }
        if (thrown instanceof RequestFailed refused) {
            return of(refused);
        }
        if (thrown instanceof SecretUnreadable) {
            return Problem.of(ProblemCode.SECRET_LOST);
        }
        return Problem.passing(ProblemCode.INTERNAL);
    }

    private static Problem of(RequestFailed refused) {
        return switch (refused.code()) {
            case CONFLICT -> Problem.of(ProblemCode.ACCOUNT_TAKEN);
            case PROVIDER_ERROR -> Problem.passing(ProblemCode.META_AWAY);
            default ->
                refused.code() == FailureCode.PROVIDER_REJECTED
                        ? Problem.of(ProblemCode.META_REFUSED, String.valueOf(refused.getMessage()))
                        : Problem.passing(ProblemCode.INTERNAL);
        };
    }

    private static Problem of(Step step, GraphFailed failed) {
        var error = failed.error();
        var own = own(step, error);
        if (own != null) {
            return Problem.of(own, error, false, own.what(), own.how());
        }
        var advice = failed.advice();
        return switch (advice.kind()) {
            case TRANSIENT, MAINTENANCE ->
                Problem.of(ProblemCode.META_AWAY, error, true, advice.meaning(), ProblemCode.META_AWAY.how());
            case THROTTLE_NUMBER, THROTTLE_PAIR, THROTTLE_ACCOUNT ->
                Problem.of(ProblemCode.META_BUSY, error, true, advice.meaning(), advice.advice());
            case CREDENTIAL ->
                Problem.of(
                        ProblemCode.PERMISSION_MISSING,
                        error,
                        false,
                        advice.meaning(),
                        ProblemCode.PERMISSION_MISSING.how());
            case ACCOUNT, PERMANENT ->
                Problem.of(ProblemCode.META_REFUSED, error, false, advice.meaning(), advice.advice());
        };
    }

    private static @Nullable ProblemCode own(Step step, GraphError error) {
        int code = error.code();
        if (step == Step.EXCHANGE) {
            return ofExchange(error);
        }
        if (code == TOKEN || code == 0) {
            // The token is asked about in the name of the app.
            return step == Step.INSPECT ? ProblemCode.APP_REFUSED : ProblemCode.TOKEN_INVALID;
        }
        var isUnknown = code == UNKNOWN_OBJECT
                || code == INVALID_PARAMETER && error.subcode() != null && error.subcode() == UNKNOWN_OBJECT;
        if (isUnknown && step == Step.FIND) {
            return ProblemCode.NO_ACCOUNT;
        }
        return KNOWN.get(code);
    }

    private static @Nullable ProblemCode ofExchange(GraphError error) {
        if (error.code() == INVALID_PARAMETER) {
            var subcode = error.subcode() == null ? 0 : error.subcode();
            var words = error.title();
            if (subcode == CODE_EXPIRED || words.contains("expired")) {
                return ProblemCode.CODE_EXPIRED;
            }
            return subcode == CODE_USED || words.contains("been used")
                    ? ProblemCode.CODE_USED
                    : ProblemCode.CODE_REFUSED;
        }
        var isClient = error.httpStatus() < 500
                && (APP.contains(error.code())
                        && (error.title().contains("client") || error.title().contains("application")));
        return isClient ? ProblemCode.APP_REFUSED : null;
    }
}
