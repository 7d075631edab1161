package org.chasqui.messaging.dispatch;

/**
 * How many busy numbers a node should have: as many as any other. Without it a node that came first would keep all of
 * them for as long as they have work.
 *
 * @param leased numbers that some node holds the lease of
 * @param nodes nodes that gave a sign of life lately; this one among them
 */
record FairShare(int leased, int nodes) {
    /** How many of its numbers a node should give up. */
    int surplusOf(int held) {
        int among = Math.max(1, nodes);
        int share = (leased + among - 1) / among;
        return Math.max(0, held - share);
    }
}
