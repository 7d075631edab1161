package org.chasqui.api.waabot.broadcasts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recipient of a broadcast.
 *
 * @param position from 1, in the order of the list
 * @param peer digits of a number, or a business-scoped user id
 * @param isHanded whether he has had his turn
 * @param messageIds his messages, as far as they were accepted
 * @param refusal why a part was refused; null when none was
 */
record RecipientRow(
        int position,
        String peer,
        boolean isHanded,
        List<UUID> messageIds,
        @Nullable String refusal) {
    /** Somebody who waits for his turn. */
    static RecipientRow waiting(int position, String peer) {
        return new RecipientRow(position, peer, false, List.of(), null);
    }

    /** After his turn. */
    RecipientRow handed(List<UUID> messages, @Nullable String why) {
        return new RecipientRow(position, peer, true, List.copyOf(messages), why);
    }
}
