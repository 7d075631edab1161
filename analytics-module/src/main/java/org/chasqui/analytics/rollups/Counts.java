package org.chasqui.analytics.rollups;

import java.util.List;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Move;

/** What one move adds to each column, and takes away. */
record Counts(
        long total,
        long accepted,
        long sent,
        long delivered,
        long read,
        long failed,
        long uncertain,
        long expired,
        long cancelled) {

    static Counts of(Move move) {
        return new Counts(
                move.from() == null ? 1 : 0,
                reached(move, MessageStatus.ACCEPTED),
                reached(move, MessageStatus.SENT),
                reached(move, MessageStatus.DELIVERED),
                reached(move, MessageStatus.READ),
                standing(move, MessageStatus.FAILED),
                standing(move, MessageStatus.UNCERTAIN),
                standing(move, MessageStatus.EXPIRED),
                standing(move, MessageStatus.CANCELLED));
    }

    Counts plus(Counts other) {
        return new Counts(
                total + other.total,
                accepted + other.accepted,
                sent + other.sent,
                delivered + other.delivered,
                read + other.read,
                failed + other.failed,
                uncertain + other.uncertain,
                expired + other.expired,
                cancelled + other.cancelled);
    }

    boolean isNothing() {
        return asList().stream().allMatch(count -> count == 0);
    }

    /** In the order of the columns. */
    List<Long> asList() {
        return List.of(total, accepted, sent, delivered, read, failed, uncertain, expired, cancelled);
    }

    private static long reached(Move move, MessageStatus step) {
        return move.reached().contains(step) ? 1 : 0;
    }

    private static long standing(Move move, MessageStatus status) {
        return (move.to() == status ? 1 : 0) - (move.from() == status ? 1 : 0);
    }
}
