package org.chasqui.api.botmaker.notes;

import java.util.List;
import java.util.UUID;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/**
 * A call that sends.
 *
 * @param endpoint path of the call, without the version
 * @param to digits of the person, or his business-scoped user id
 * @param messages what is sent, in this order; empty when nothing is
 * @param variables variables that were set with the call, a JSON object as text; null for none
 * @param reservedId id that an idempotency key has reserved for the call; null to make new ones
 */
public record Wish(
        String endpoint,
        SenderNumber sender,
        String to,
        List<Outgoing> messages,
        @Nullable String variables,
        @Nullable UUID reservedId) {}
