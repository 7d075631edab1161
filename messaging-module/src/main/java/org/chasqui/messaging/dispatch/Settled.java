package org.chasqui.messaging.dispatch;

import org.chasqui.messaging.messages.ledger.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A claim whose outcome is known and waits to be written.
 *
 * @param result the call; null when none was made because the message had expired
 */
record Settled(
        Claim claim,
        @Nullable CallResult result,
        @Nullable SendOutcome outcome,
        @Nullable Verdict verdict) {
    static Settled expired(Claim claim) {
        return new Settled(claim, null, null, null);
    }
}
