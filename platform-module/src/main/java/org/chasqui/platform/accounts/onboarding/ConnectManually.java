package org.chasqui.platform.accounts.onboarding;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that comes in with the token of a system user.
 *
 * @param startedBy e-mail of a person or name of a key
 * @param phoneNumberId Meta's id of the one number to connect; null for all that are registered
 * @param pin the number's PIN, six digits; null to have one made when the number is not registered and has none
 */
public record ConnectManually(
        UUID workspaceId,
        String startedBy,
        String wabaId,
        @Nullable String phoneNumberId,
        String accessToken,
        @Nullable String pin) {
    /** Without token and PIN. */
    @Override
    public String toString() {
        return "ConnectManually[wabaId=" + wabaId + "]";
    }
}
