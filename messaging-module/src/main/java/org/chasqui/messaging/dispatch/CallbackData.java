package org.chasqui.messaging.dispatch;

import java.util.Optional;
import java.util.UUID;

/**
 * Our mark on a message, carried by {@code biz_opaque_callback_data}: the id and the number of the attempt. Meta stores
 * it and echoes it in status webhooks, which is how an ambiguous call is settled.
 *
 * @param messageId our id
 * @param attempt 1 for the first call
 */
public record CallbackData(UUID messageId, int attempt) {
    private static final int UUID_LENGTH = 36;

    static String of(UUID messageId, int attempt) {
        return messageId + "." + attempt;
    }

    /** Reads what came back; empty when it is not ours. */
    public static Optional<CallbackData> parse(String text) {
        if (text.length() < UUID_LENGTH + 2 || text.charAt(UUID_LENGTH) != '.') {
            return Optional.empty();
        }
        try {
            var id = UUID.fromString(text.substring(0, UUID_LENGTH));
            return Optional.of(new CallbackData(id, Integer.parseInt(text.substring(UUID_LENGTH + 1))));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
