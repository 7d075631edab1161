package org.chasqui.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting, and asking again and again. */
final class Pause {
    private Pause() {}

    static void of(Duration length) {
        until(System.nanoTime() + length.toNanos());
    }

    /** Returns at this {@link System#nanoTime()}. */
    static void until(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Asks until the answer is yes or the time is over; answers whether it was yes. */
    static boolean await(Duration patience, Duration between, BooleanSupplier question) {
        long end = System.nanoTime() + patience.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            of(between);
        }
        return true;
    }

    /** Ends the process with exit code 2 when it still runs after that time. */
    static void limit(Duration longest, String why) {
        var watchdog = new Thread(
                () -> {
                    of(longest);
                    System.err.println(why);
                    System.exit(2);
                },
                "watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
    }
}
