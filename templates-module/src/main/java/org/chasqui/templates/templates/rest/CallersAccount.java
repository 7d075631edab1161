package org.chasqui.templates.templates.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Caller;
import org.jspecify.annotations.Nullable;

/** Whose templates the key of the request may see and make: those of its number's account, or all of its workspace. */
@RequestScoped
public class CallersAccount {
    @Inject
    PhoneNumbers numbers;

    @Inject
    Caller caller;

    /** Whether what belongs to an account is the caller's to see; null for what belongs to none yet. */
    public boolean sees(@Nullable UUID accountId) {
        var only = only();
        return only.isEmpty() || only.get().equals(accountId);
    }

    /**
     * The number that names the account: the key's own, or the one that was asked for.
     *
     * @throws RequestFailed PERMISSION_DENIED when the key is for a number of another account
     */
    public @Nullable String number(@Nullable String asked) {
        var own = caller.onlyNumber();
        if (own.isEmpty()) {
            return asked;
        }
        if (asked != null) {
            var account = numbers.find(caller.workspaceId(), asked).map(SenderNumber::accountId);
            if (!account.equals(only())) {
                throw new RequestFailed(
                        FailureCode.PERMISSION_DENIED, "This key is bound to a number of another account.");
            }
        }
        return own.get().toString();
    }

    private Optional<UUID> only() {
        return caller.onlyNumber().flatMap(numbers::byId).map(SenderNumber::accountId);
    }
}
