package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connects WABAs: checks the token against Graph first, stores afterwards. */
@ApplicationScoped
public class Onboarding {
    /**
     * Connects a WABA, or connects it again with another token.
     *
     * @param phoneNumberId Meta's id of the one number to connect; null for all numbers of the WABA
     * @param accessToken token of a system user that may manage and send; stored encrypted, never shown
     * @throws org.chasqui.platform.failure.RequestFailed VALIDATION_FAILED when Meta does not accept the token or does
     *     not know the ids, CONFLICT when another workspace holds the account, PROVIDER_ERROR when Meta is not there
     */
    public Connected connectManually(
            UUID workspaceId, String wabaId, @Nullable String phoneNumberId, String accessToken) {
        throw new UnsupportedOperationException("to follow");
    }
}
