package org.chasqui.messaging.dispatch;

import org.chasqui.messaging.messages.ledger.Claim;
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
    static Settled withoutCall(Claim claim, Verdict verdict) {
        return new Settled(claim, null, null, verdict);
    }
}
