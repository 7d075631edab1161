package org.chasqui.messaging.inbound;

/** One webhook could not be merged; it waits where it was. */
final class MergeFailed extends RuntimeException {
    private final long rawId;

    MergeFailed(long rawId, RuntimeException cause) {
        super("webhook " + rawId + " could not be merged", cause);
        this.rawId = rawId;
    }

    /** The one that is to blame. */
    long rawId() {
        return rawId;
    }
}
