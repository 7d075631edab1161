package org.chasqui.messaging.messages;

/** Who wrote a message. The codes are stored. */
public enum Direction {
    /** We wrote to a person. */
    OUTBOUND(0),
    /** A person wrote to us. */
    INBOUND(1);

    private final int code;

    Direction(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Direction ofCode(int code) {
        return values()[code];
    }
}
