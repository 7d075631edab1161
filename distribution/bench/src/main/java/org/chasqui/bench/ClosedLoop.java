package org.chasqui.bench;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Some callers, each of whom asks again as soon as it has its answer: how much goes through, not how long it takes. */
final class ClosedLoop {
    private ClosedLoop() {}

    /** What a caller does. */
    interface Turn {
        /** Answers whether it went well. */
        boolean take(long index);
    }

    /**
     * What went through.
     *
     * @param done turns that went well
     * @param failed the others
     * @param seconds on the clock
     * @param cpu processor seconds of this process
     */
    record Result(long done, long failed, double seconds, double cpu) {
        double perSecond() {
            return done / seconds;
        }

        double cpuMicros() {
            return cpu * 1e6 / Math.max(1, done + failed);
        }
    }

    /** Lets them ask for some seconds, or until there have been this many turns. */
    static Result run(int callers, double seconds, long most, Turn turn) {
        long self = ProcessHandle.current().pid();
        double cpu = Usage.cpu(self);
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        var next = new AtomicLong();
        var done = new AtomicLong();
        var failed = new AtomicLong();
        var crowd = new ArrayList<Thread>();
        for (int i = 0; i < callers; i++) {
            var caller = new Thread(
                    () -> {
                        for (long index = next.getAndIncrement();
                                index < most && System.nanoTime() < end;
                                index = next.getAndIncrement()) {
                            (turn.take(index) ? done : failed).incrementAndGet();
                        }
                    },
                    "caller-" + i);
            caller.setDaemon(true);
            crowd.add(caller);
        }
        crowd.forEach(Thread::start);
        for (var caller : crowd) {
            try {
                caller.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new BenchFailed("Interrupted", interrupted);
            }
        }
        return new Result(done.get(), failed.get(), (System.nanoTime() - begin) / 1e9, Usage.cpu(self) - cpu);
    }
}
