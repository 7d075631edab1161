package org.chasqui.web.messages;

import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.web.text.Texts;

/** How a status looks: the same colour and word wherever it stands. */
final class StatusLook {
    private static final Texts TEXTS = Texts.of("shell");

    private StatusLook() {}

    static String word(MessageStatus status) {
        return TEXTS.get("status." + status);
    }

    static String colour(MessageStatus status) {
        return switch (status) {
            case QUEUED, SENDING, ACCEPTED, SENT, EXPIRED, CANCELLED -> "";
            case DELIVERED -> "green";
            case READ, PLAYED -> "blue";
            case FAILED -> "red";
            case UNCERTAIN, RECEIVED -> "violet";
        };
    }
}
