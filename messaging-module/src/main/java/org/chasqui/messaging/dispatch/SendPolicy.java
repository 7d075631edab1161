package org.chasqui.messaging.dispatch;

import java.time.Duration;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.platform.graph.GraphError;
import org.chasqui.platform.graph.GraphErrorAdvice;

/**
 * What to do about an outcome. A message is posted again only when it is certain that Meta did not process it, or when
 * its category says that a duplicate is better than nothing: a second one-time code does no harm, a second
 * advertisement does.
 */
final class SendPolicy {
    /** How often a fault is tried again that Meta calls passing but answers with 4xx. */
    private static final int MOST_TRANSIENT_TRIES = 5;

    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    private static final Duration THROTTLED = Duration.ofSeconds(1);
    private static final Duration PAIR_STEP = Duration.ofSeconds(6);
    private static final Duration ACCOUNT_PAUSE = Duration.ofMinutes(1);

    private static final Duration REACH_PAUSE = Duration.ofSeconds(5);
    private static final int UNREACHED_IN_A_ROW = 10;

    private SendPolicy() {}

    static Verdict decide(SendOutcome outcome, Lane lane, int attempt) {
        if (outcome instanceof SendOutcome.Accepted accepted) {
            return new Verdict.Done(accepted.wamid(), accepted.waId());
        }
        if (outcome instanceof SendOutcome.Refused refused) {
            return refused(refused, attempt);
        }
        if (outcome instanceof SendOutcome.ProbablyNotProcessed fault) {
            return lane == Lane.AUTHENTICATION
                    ? new Verdict.Again(backoff(attempt), true)
                    : new Verdict.Hold(problem(fault.error()));
        }
        if (outcome instanceof SendOutcome.NotSent) {
            return new Verdict.Again(backoff(attempt), false);
        }
        if (outcome instanceof SendOutcome.NotGraph) {
            return new Verdict.Again(ACCOUNT_PAUSE, false);
        }
        var reason = ((SendOutcome.Ambiguous) outcome).reason();
        return new Verdict.Hold(new Fact.Problem(0, "The outcome of the call is unknown", reason));
    }

    private static Verdict refused(SendOutcome.Refused refused, int attempt) {
        return switch (refused.kind()) {
            case PERMANENT -> new Verdict.Fail(problem(refused.error()));
            case THROTTLE_NUMBER -> new Verdict.Again(THROTTLED, false);
            case THROTTLE_PAIR -> new Verdict.Again(PAIR_STEP.multipliedBy(1L << Math.min(attempt - 1, 6)), false);
            case CREDENTIAL, ACCOUNT, THROTTLE_ACCOUNT, MAINTENANCE -> new Verdict.Again(ACCOUNT_PAUSE, false);
            case TRANSIENT ->
                attempt < MOST_TRANSIENT_TRIES
                        ? new Verdict.Again(backoff(attempt), false)
                        : new Verdict.Fail(problem(refused.error()));
        };
    }

    /** 1, 2, 4 … 30 seconds. */
    static Duration backoff(int attempt) {
        var grown = Duration.ofSeconds(1L << Math.min(Math.max(0, attempt - 1), 10));
        return grown.compareTo(LONGEST_BACKOFF) < 0 ? grown : LONGEST_BACKOFF;
    }

    /** Whether an outcome says that the whole number should pause, because every message would meet the same. */
    static boolean pausesNumber(SendOutcome outcome) {
        return outcome instanceof SendOutcome.NotGraph
                || outcome instanceof SendOutcome.Refused refused
                        && switch (refused.kind()) {
                            case CREDENTIAL, ACCOUNT, THROTTLE_ACCOUNT, MAINTENANCE -> true;
                            default -> false;
                        };
    }

    /** Whether so many calls in a row have not reached Meta that it is not the message: the others need not try as well. */
    static boolean isOutOfReach(int unreachedInARow) {
        return unreachedInARow >= UNREACHED_IN_A_ROW;
    }

    /** How long a number rests when Meta cannot be reached: as long as the first pauses of a message together. */
    static Duration reachPause() {
        return REACH_PAUSE;
    }

    /** How long a paused number rests before the next message tries whether things are better. */
    static Duration numberPause() {
        return ACCOUNT_PAUSE;
    }

    static Fact.Problem problem(GraphError error) {
        return new Fact.Problem(error.code(), error.title(), error.details());
    }

    static boolean isThrottle(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Refused refused
                && refused.kind() == GraphErrorAdvice.Kind.THROTTLE_NUMBER;
    }
}
