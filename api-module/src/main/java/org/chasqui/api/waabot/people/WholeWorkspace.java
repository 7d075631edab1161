package org.chasqui.api.waabot.people;

import java.util.UUID;
import org.chasqui.api.dialects.Client;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** People belong to the whole workspace: who is bound to one number does not see them, as in the native API. */
public final class WholeWorkspace {
    private WholeWorkspace() {}

    /**
     * The workspace of somebody who may use all of it.
     *
     * @throws RequestFailed PERMISSION_DENIED
     */
    public static UUID of(Client client) {
        if (client.onlyNumber() != null) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "Contacts belong to the whole account: send the bearer token of the account, and not only the"
                            + " session_id and access_token of an instance.");
        }
        return client.workspaceId();
    }
}
