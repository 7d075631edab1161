package org.chasqui.platform.accounts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Caller;

/** The numbers that the calling key may use. */
@RequestScoped
class OwnNumbers {
    @Inject
    PhoneNumbers numbers;

    @Inject
    Caller caller;

    /**
     * A number with everything that is known about it.
     *
     * @param id ours or Meta's
     * @throws RequestFailed NOT_FOUND also for a number that exists and that this key may not use
     */
    NumberView details(String id) {
        return numbers.details(caller.workspaceId(), id)
                .filter(number -> caller.mayUse(number.sender().id()))
                .orElseThrow(() -> RequestFailed.notFound("phone number", id));
    }

    SenderNumber number(String id) {
        return details(id).sender();
    }
}
