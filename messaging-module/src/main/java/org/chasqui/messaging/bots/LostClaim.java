package org.chasqui.messaging.bots;

/** Somebody else works on the turn, because this took too long; the transaction rolls back. */
class LostClaim extends RuntimeException {
    LostClaim() {
        super("the claim of a turn was lost", null, false, false);
    }
}
