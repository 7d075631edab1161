package org.chasqui.analytics.rollups;

/**
 * Counts of messages of some time.
 *
 * @param queued outbound messages accepted here
 * @param accepted of these, accepted by Meta
 * @param sent of these, sent
 * @param delivered of these, delivered
 * @param read of these, read
 * @param replied of these, answered by the person
 * @param failed of these, failed now
 * @param uncertain of these, uncertain now
 * @param expired of these, expired before they could be sent
 * @param cancelled of these, cancelled
 * @param received inbound messages
 */
public record Totals(
        long queued,
        long accepted,
        long sent,
        long delivered,
        long read,
        long replied,
        long failed,
        long uncertain,
        long expired,
        long cancelled,
        long received) {
    /** Nothing. */
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Totals plus(Totals other) {
        return new Totals(
                queued + other.queued,
                accepted + other.accepted,
                sent + other.sent,
                delivered + other.delivered,
                read + other.read,
                replied + other.replied,
                failed + other.failed,
                uncertain + other.uncertain,
                expired + other.expired,
                cancelled + other.cancelled,
                received + other.received);
    }
}
