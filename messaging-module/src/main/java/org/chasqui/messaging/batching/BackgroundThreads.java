package org.chasqui.messaging.batching;

import java.util.concurrent.ThreadFactory;

/**
 * Threads for background work. Plain ones, not the container's managed threads: those carry the invocation of the bean
 * that made them, and connections taken on them are not enlisted in the transaction that {@code @Transactional} begins,
 * so that each statement would commit by itself (seen on Payara 6.2025.10; OutcomeIT guards it).
 */
public final class BackgroundThreads implements ThreadFactory {
    /** The only one that is needed. */
    public static final ThreadFactory FACTORY = new BackgroundThreads();

    private BackgroundThreads() {}

    @Override
    public Thread newThread(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.setContextClassLoader(BackgroundThreads.class.getClassLoader());
        return thread;
    }
}
