package org.chasqui.api.dialog360.hub;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner has noted of a client.
 *
 * @param accountId our id of the WABA
 * @param partnerPayload any text
 * @param maxChannels how many numbers keys may be made for; null for any number
 */
record ClientNotes(
        UUID accountId,
        @Nullable String partnerPayload,
        @Nullable Integer maxChannels) {
    static ClientNotes none(UUID accountId) {
        return new ClientNotes(accountId, null, null);
    }
}
