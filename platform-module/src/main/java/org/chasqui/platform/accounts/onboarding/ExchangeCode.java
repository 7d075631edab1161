package org.chasqui.platform.accounts.onboarding;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The code of Meta's window, brought by a program.
 *
 * @param startedBy name of the key
 * @param wabaId Meta's id of the account; null when the code tells
 * @param phoneNumberId Meta's id of the number; null when the account has but one
 * @param pin the number's PIN, six digits; null to have one made when the number has none
 * @param coexistence whether the number stays in the WhatsApp Business app
 */
public record ExchangeCode(
        UUID workspaceId,
        String startedBy,
        String code,
        @Nullable String wabaId,
        @Nullable String phoneNumberId,
        @Nullable String pin,
        boolean coexistence) {
    /** Without code and PIN. */
    @Override
    public String toString() {
        return "ExchangeCode[workspaceId=" + workspaceId + "]";
    }
}
