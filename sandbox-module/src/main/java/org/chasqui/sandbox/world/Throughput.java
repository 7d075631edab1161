package org.chasqui.sandbox.world;

/** The levels of a number, in messages per second, inbound and outbound together. */
public enum Throughput {
    STANDARD(80),
    HIGH(1_000),
    /** A number that is also used in the WhatsApp Business app; Graph shows it as STANDARD. */
    COEXISTENCE(20),
    /** No limit: to measure what the product can do, never to test its limiter. */
    UNLIMITED(Integer.MAX_VALUE);

    private final int perSecond;

    Throughput(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Messages in any one second. */
    public int perSecond() {
        return perSecond;
    }

    /** {@code throughput.level} in Graph. */
    public String level() {
        return this == STANDARD || this == COEXISTENCE ? "STANDARD" : "HIGH";
    }
}
