package org.chasqui.api.waabot.broadcasts;

import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.messages.MessageError;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.jspecify.annotations.Nullable;

/** What became of a recipient, as far as anybody knows now. */
enum Fate {
    /** Everything has left Meta for him, or went further. */
    SENT,
    /** Something waits, is on its way, or nobody knows yet. */
    PENDING,
    /** Something was refused, failed, or came to an end unsent. */
    FAILED;

    /** What became of him; messages that are not there count as waiting. */
    static Fate of(RecipientRow row, Map<UUID, MessageView> messages) {
        if (row.refusal() != null) {
            return FAILED;
        }
        if (!row.isHanded()) {
            return PENDING;
        }
        var fate = SENT;
        for (var id : row.messageIds()) {
            var message = messages.get(id);
            var one = message == null ? PENDING : of(message.status());
            if (one == FAILED) {
                return FAILED;
            }
            fate = one == PENDING ? PENDING : fate;
        }
        return fate;
    }

    private static Fate of(MessageStatus status) {
        return switch (status) {
            case SENT, DELIVERED, READ, PLAYED, RECEIVED -> SENT;
            case QUEUED, SENDING, ACCEPTED, UNCERTAIN -> PENDING;
            case FAILED, EXPIRED, CANCELLED -> FAILED;
        };
    }

    /** Why he is among those who failed; null for the others. */
    static @Nullable String reason(RecipientRow row, Map<UUID, MessageView> messages) {
        if (row.refusal() != null) {
            return row.refusal();
        }
        for (var id : row.messageIds()) {
            var message = messages.get(id);
            if (message != null && of(message.status()) == FAILED) {
                var error = message.error();
                return error == null ? "The message is " + message.status().wireName() + "." : words(error);
            }
        }
        return null;
    }

    private static String words(MessageError error) {
        return error.code() == 0 ? error.title() : error.title() + " (" + error.code() + ")";
    }
}
