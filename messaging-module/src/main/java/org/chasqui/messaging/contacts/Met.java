package org.chasqui.messaging.contacts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as a webhook shows him. Phone number and user id may each be missing, not both (Meta, business-scoped user
 * ids).
 *
 * @param phone the {@code wa_id}, digits
 * @param userId business-scoped user id
 * @param parentUserId the same across linked business portfolios
 * @param username name that he has taken at WhatsApp
 * @param profileName name that he calls himself
 * @param identityHash Meta's hash of his identity; changes with his device
 */
public record Met(
        UUID workspaceId,
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String parentUserId,
        @Nullable String username,
        @Nullable String profileName,
        @Nullable String identityHash) {

    /** Somebody of whom only the key is known that messages go to. */
    public static Met under(UUID workspaceId, String peer) {
        boolean number = isNumber(peer);
        return new Met(workspaceId, number ? peer : null, number ? null : peer, null, null, null, null);
    }

    /** The same with the hash that his device has now. */
    public Met withIdentityHash(String hash) {
        return new Met(workspaceId, phone, userId, parentUserId, username, profileName, hash);
    }

    /** Whether the key is the digits of a phone number rather than a user id. */
    public static boolean isNumber(String peer) {
        return !peer.isEmpty() && peer.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
