package org.chasqui.messaging.messages;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a message stands. Outbound messages move {@code QUEUED → SENDING → ACCEPTED → SENT → DELIVERED → READ (→
 * PLAYED)} and may end elsewhere; inbound messages are {@code RECEIVED}. The codes are stored: never renumber.
 */
public enum MessageStatus {
    /** Committed here, not yet offered to Meta. */
    QUEUED(0),
    /** Claimed by a node; the call to Meta may be under way. */
    SENDING(1),
    /** Meta took it and gave a wamid. */
    ACCEPTED(2),
    /** Left Meta's servers. */
    SENT(3),
    /** On the person's device. */
    DELIVERED(4),
    /** Shown to the person. */
    READ(5),
    /** A voice message was played. */
    PLAYED(6),
    /** Refused by Meta, at once or later by webhook. */
    FAILED(7),
    /** The call ended without an answer that tells what happened; a status webhook settles it. */
    UNCERTAIN(8),
    /** Its validity passed before it could be sent. */
    EXPIRED(9),
    /** Withdrawn while it was queued. */
    CANCELLED(10),
    /** Written by a person to us. */
    RECEIVED(11);

    private final int code;

    MessageStatus(int code) {
        this.code = code;
    }

    /** The number under which the status is stored. */
    public int code() {
        return code;
    }

    /** The status as the API prints it, in lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with the stored number. */
    public static MessageStatus ofCode(int code) {
        return values()[code];
    }

    /** Reads the API's word for a status; empty when there is no such status. */
    public static Optional<MessageStatus> ofWireName(String word) {
        for (var status : values()) {
            if (status.wireName().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
