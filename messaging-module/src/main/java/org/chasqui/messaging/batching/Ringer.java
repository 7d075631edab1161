package org.chasqui.messaging.batching;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rings from a thread of its own. Whoever rings never waits for the broker and hears of none of its failures, and what is
 * rung for twice while the broker is slow is rung for once. A ring that fails is lost: rings only save time.
 *
 * @param <T> what is rung for
 */
public final class Ringer<T> {
    private static final Logger LOG = System.getLogger(Ringer.class.getName());

    private final String name;
    private final Consumer<Set<T>> bell;
    private final Set<T> waiting = new LinkedHashSet<>();
    private @Nullable Thread thread;

    /**
     * @param name names the thread
     * @param bell rings for everything that has gathered; may be slow, may fail
     */
    public Ringer(String name, Consumer<Set<T>> bell) {
        this.name = name;
        this.bell = bell;
    }

    public synchronized void start(ThreadFactory factory) {
        thread = factory.newThread(this::loop);
        thread.setName("chasqui-" + name);
        thread.start();
    }

    /** Rings soon; returns at once. */
    public synchronized void ring(Collection<T> what) {
        waiting.addAll(what);
        notifyAll();
    }

    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void loop() {
        while (true) {
            try {
                bell.accept(gathered());
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | Error failed) {
                // The sweepers find what waits; this thread must live, whatever happens.
                LOG.log(Level.WARNING, "{0}: a ring was lost: {1}", name, failed.getMessage());
            }
        }
    }

    private synchronized Set<T> gathered() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        var gathered = Set.copyOf(waiting);
        waiting.clear();
        return gathered;
    }
}
