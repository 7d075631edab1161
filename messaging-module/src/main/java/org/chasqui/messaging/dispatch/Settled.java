package org.chasqui.messaging.dispatch;

import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.messaging.messages.ledger.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A claim whose outcome is known and waits to be written.
 *
 * @param result the call; null when none was made
 * @param outcome what it means; null when no call was made
 * @param verdict what is to be done with the message
 */
record Settled(
        Claim claim, @Nullable CallResult result, @Nullable SendOutcome outcome, Verdict verdict) {
    private static final String UNWRITABLE = "Meta answered, but the answer could not be stored.";

    static Settled withoutCall(Claim claim, Verdict verdict) {
        return new Settled(claim, null, null, verdict);
    }

    /**
     * The claim as uncertain, without a word of Meta's.
     *
     * @return null when this is such already, or no call was made: then there is nothing to leave out
     */
    @Nullable
    Settled withoutWords() {
        if (result == null || outcome instanceof SendOutcome.Ambiguous && result.body() == null) {
            return null;
        }
        var call = new CallResult(result.at(), result.durationMillis(), result.status(), null, null, result.begun());
        var problem = new Fact.Problem(0, "The outcome of the call is unknown", UNWRITABLE);
        return new Settled(claim, call, new SendOutcome.Ambiguous(UNWRITABLE), new Verdict.Hold(problem));
    }
}
