package org.chasqui.sandbox.meta;

/** When statuses follow an accepted message, in milliseconds after the acceptance. */
public record Delays(int sent, int delivered, int read) {

    /** As quick as a person with the phone in hand. */
    public static final Delays HUMAN = new Delays(150, 500, 2_000);

    private static final int LONGEST = 24 * 3_600_000;

    public Delays {
        sent = Math.max(0, Math.min(sent, LONGEST));
        delivered = Math.max(0, Math.min(delivered, LONGEST));
        read = Math.max(0, Math.min(read, LONGEST));
    }

    Delays plus(int millis) {
        return new Delays(sent + millis, delivered + millis, read + millis);
    }
}
