package org.chasqui.analytics.rollups;

/**
 * Counts of messages of some time.
 *
 * @param queued outbound messages accepted here
 * @param accepted of these, accepted by Meta
 * @param sent of these, sent
 * @param delivered of these, delivered
 * @param read of these, read
 * @param failed of these, failed now
 * @param uncertain of these, uncertain now
 * @param received inbound messages
 */
public record Totals(
        long queued, long accepted, long sent, long delivered, long read, long failed, long uncertain, long received) {
    /** Nothing. */
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Totals plus(Totals other) {
        return new Totals(
                queued + other.queued,
                accepted + other.accepted,
                sent + other.sent,
                delivered + other.delivered,
                read + other.read,
                failed + other.failed,
                uncertain + other.uncertain,
                received + other.received);
    }
}
