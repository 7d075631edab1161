package org.chasqui.platform.accounts.rest;

import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Caller;

/** Onboarding is about numbers that are not there yet: a key that is bound to one has no business with it. */
final class UnboundKey {
    private UnboundKey() {}

    static void demand(Caller caller) {
        if (caller.onlyNumber().isPresent()) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "This key is bound to one number and cannot connect others: use a key for all numbers.");
        }
    }
}
