package org.chasqui.launcher;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells the person who waits what is done and since how many seconds. Several threads report. */
final class Progress {

    private final PrintStream out;
    private final Clock clock;
    private final Instant begin;

    /**
     * @param out the real standard output; the server replaces {@code System.out} by its log later
     * @param begin when the process began, so that the start of the JVM counts too
     */
    Progress(PrintStream out, Clock clock, Instant begin) {
        this.out = out;
        this.clock = clock;
        this.begin = begin;
    }

    synchronized void step(String what) {
        double seconds = Duration.between(begin, clock.instant()).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "%7.1f s  %s", seconds, what));
        out.flush();
    }

    synchronized void say(String text) {
        out.println(text);
        out.flush();
    }
}
