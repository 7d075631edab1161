package org.chasqui.messaging.contacts;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom we know, as far as sending and threading need it.
 *
 * @param id our id of the contact
 * @param phone digits as Meta resolves the number; null when unknown
 * @param userId business-scoped user id; null when unknown
 * @param keys everything under which conversations with him may be found
 * @param optedOut the categories that he does not want, {@link Consent#ALL} for every one
 */
public record Person(
        UUID id, @Nullable String phone, @Nullable String userId, Set<String> keys, Set<String> optedOut) {

    /** What messages go to: the number, or the user id of somebody who hides it. */
    public String peer() {
        var peer = phone == null ? userId : phone;
        return peer == null ? "" : peer;
    }

    /** Whether he does not want messages of a category; opting out of everything includes it. */
    public boolean hasOptedOutOf(String category) {
        return optedOut.contains(Consent.ALL) || optedOut.contains(category);
    }
}
