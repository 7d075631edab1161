package org.chasqui.messaging.webhooks;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.batching.BackgroundThreads;

/** The crowd that makes the calls of this node, for all endpoints; whoever wants a sender waits in line. */
final class Senders {
    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor crowd;
    private final Semaphore retryPlaces;

    /**
     * A crowd.
     *
     * @param size calls at a time; half of them may be retries, so that the other half is there for first attempts whatever
     *     fails
     */
    Senders(int size) {
        crowd = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), BackgroundThreads.FACTORY);
        crowd.allowCoreThreadTimeOut(true);
        retryPlaces = new Semaphore(Math.max(1, size / 2));
    }

    /**
     * Does some work as soon as a sender is free.
     *
     * @throws java.util.concurrent.RejectedExecutionException when the node stops
     */
    void execute(Runnable work) {
        crowd.execute(work);
    }

    /** Whether somebody waits in line: then a sender should not go on with what it likes. */
    boolean areWanted() {
        return !crowd.getQueue().isEmpty();
    }

    /** Takes one of the places for retries, if there is one; {@link #endRetry} gives it back. */
    boolean tryRetry() {
        return retryPlaces.tryAcquire();
    }

    void endRetry() {
        retryPlaces.release();
    }

    /** Calls that are under way are interrupted. */
    void stop() {
        crowd.shutdownNow();
    }
}
