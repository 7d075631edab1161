package org.chasqui.platform.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line in the history of a number or its account.
 *
 * @param numberId our id of the number; null when it is about the whole account
 * @param at when we learnt of it
 * @param what {@code status}, {@code sending}, {@code quality}, {@code limit}, {@code throughput}, {@code name},
 *     {@code name_status}, {@code token}, or for anything else that Meta told the name of its event or field
 * @param before in Meta's words; null when it was unknown, or when it is no change of state
 * @param after in Meta's words; may be null
 * @param source {@code webhook} or {@code check}
 * @param field the webhook's field in Meta's words; null when none told it
 * @param value the webhook's value; null when none told it
 */
public record HistoryEntry(
        UUID id,
        @Nullable UUID numberId,
        Instant at,
        String what,
        @Nullable String before,
        @Nullable String after,
        String source,
        @Nullable String field,
        @Nullable JsonNode value) {}
