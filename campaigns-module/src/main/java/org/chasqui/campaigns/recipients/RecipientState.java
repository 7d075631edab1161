package org.chasqui.campaigns.recipients;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.messaging.messages.MessageStatus;

/** Where a recipient stands: counted once, in the furthest state. The codes are stored: never renumber. */
public enum RecipientState {
    /** On the list, not handed over yet. */
    WAITING(20),
    /** A message to him is in the queue, or is being posted. */
    QUEUED(0),
    ACCEPTED(2),
    SENT(3),
    DELIVERED(4),
    READ(5),
    FAILED(7),
    UNCERTAIN(8),
    EXPIRED(9),
    CANCELLED(10),
    /** Never written to; the reason says why. */
    SKIPPED(21);

    private final int code;

    RecipientState(int code) {
        this.code = code;
    }

    /** The number under which the state is stored. */
    public int code() {
        return code;
    }

    /** As the API prints it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether something is still to be sent. */
    public boolean isOpen() {
        return this == WAITING || this == QUEUED;
    }

    /** The state with the stored number. */
    public static RecipientState ofCode(int code) {
        return Arrays.stream(values())
                .filter(state -> state.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no recipient state " + code));
    }

    /** Reads the API's word; empty when there is no such state. */
    public static Optional<RecipientState> ofWireName(String word) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** What a status of his message means for him. */
    public static RecipientState of(MessageStatus status) {
        return switch (status) {
            case QUEUED, SENDING -> QUEUED;
            case ACCEPTED -> ACCEPTED;
            case SENT -> SENT;
            case DELIVERED -> DELIVERED;
            case READ, PLAYED -> READ;
            case FAILED -> FAILED;
            case UNCERTAIN -> UNCERTAIN;
            case EXPIRED -> EXPIRED;
            case CANCELLED -> CANCELLED;
            case RECEIVED -> throw new IllegalArgumentException("a recipient's message is never inbound");
        };
    }
}
