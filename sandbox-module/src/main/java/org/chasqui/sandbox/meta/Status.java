package org.chasqui.sandbox.meta;

/** What a status webhook can report. */
public enum Status {
    SENT("sent"),
    DELIVERED("delivered"),
    READ("read"),
    PLAYED("played"),
    FAILED("failed");

    private final String wire;

    Status(String wire) {
        this.wire = wire;
    }

    /** As it stands in a webhook. */
    public String wire() {
        return wire;
    }
}
