package org.chasqui.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Looks once a second how far everything is, while a load runs. */
final class Watch implements AutoCloseable {
    private static final long EVERY = Duration.ofSeconds(1).toNanos();

    private final Database database;
    private final Sandbox sandbox;
    private final LongSupplier accepted;
    private final List<Point> points = new ArrayList<>();
    private final long begin = System.nanoTime();
    private final Thread thread = new Thread(this::run, "watch");
    private volatile boolean over;
    private volatile @Nullable RuntimeException failure;

    /**
     * One look.
     *
     * @param at seconds since the first
     * @param accepted messages that the API took
     * @param sent messages that Meta took
     * @param statuses merged
     */
    record Point(double at, long accepted, long sent, long statuses) {}

    Watch(Database database, Sandbox sandbox, LongSupplier accepted) {
        this.database = database;
        this.sandbox = sandbox;
        this.accepted = accepted;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            for (long turn = 0; !over; turn++) {
                Pause.until(begin + turn * EVERY);
                if (!over) {
                    points.add(look());
                }
            }
        } catch (RuntimeException failed) {
            failure = failed;
        }
    }

    private Point look() {
        double at = (System.nanoTime() - begin) / 1e9;
        long taken = accepted.getAsLong();
        long sent = sandbox.counts().accepted();
        long statuses = database.progress().statuses();
        return new Point(at, taken, sent, statuses);
    }

    /** Ends it; afterwards the database is the caller's again. Looks after the end of the load do not count. */
    @Override
    public void close() {
        double end = (System.nanoTime() - begin) / 1e9;
        over = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
        points.removeIf(point -> point.at() > end);
        if (points.isEmpty()) {
            throw new BenchFailed("Nothing could be measured within " + end + " s: the machine is too busy.");
        }
    }

    List<Point> points() {
        return points;
    }

    /**
     * What happened per second from the first look after some seconds to the last one, so that the beginning of a load,
     * when nothing has come back yet, does not count.
     */
    Point perSecondAfter(double seconds) {
        var last = points.get(points.size() - 1);
        var first = points.stream()
                .filter(point -> point.at() >= Math.min(seconds, last.at() / 2))
                .findFirst()
                .orElse(points.get(0));
        double length = Math.max(0.001, last.at() - first.at());
        return new Point(
                length,
                Math.round((last.accepted() - first.accepted()) / length),
                Math.round((last.sent() - first.sent()) / length),
                Math.round((last.statuses() - first.statuses()) / length));
    }
}
