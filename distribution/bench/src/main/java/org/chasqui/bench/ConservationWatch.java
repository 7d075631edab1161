package org.chasqui.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at a campaign again and again, and at whether its numbers add up each time. */
final class ConservationWatch implements AutoCloseable {
    static final List<String> STATES = List.of(
            "queued",
            "sending",
            "accepted",
            "sent",
            "delivered",
            "read",
            "failed",
            "uncertain",
            "expired",
            "cancelled",
            "skipped");

    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Rest api;
    private final String path;
    private final long total;
    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong underway = new AtomicLong();
    private final AtomicLong unbalanced = new AtomicLong();
    private final Thread thread = new Thread(this::run, "conservation");
    private volatile boolean isEnding;

    ConservationWatch(Rest api, String path, long total) {
        this.api = api;
        this.path = path;
        this.total = total;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!isEnding) {
            try {
                look(api.get(path).get("counts"));
            } catch (BenchFailed | UncheckedIOException dead) {
                // It has just been killed, perhaps in the middle of its answer: there is nobody to ask.
                Pause.of(BETWEEN);
            }
            Pause.of(BETWEEN);
        }
    }

    private void look(JsonNode counts) {
        looks.incrementAndGet();
        if (sum(counts) != total || counts.get("total").asLong() != total) {
            unbalanced.incrementAndGet();
        }
        underway.addAndGet(
                counts.get("queued").asLong() > 0 && counts.get("read").asLong() > 0 ? 1 : 0);
    }

    static long sum(JsonNode counts) {
        return STATES.stream().mapToLong(state -> counts.get(state).asLong()).sum();
    }

    /** How often it was looked at. */
    long looks() {
        return looks.get();
    }

    /** How often it was looked at when some had read their message, and others had none yet. */
    long underway() {
        return underway.get();
    }

    /** How often the numbers did not add up. */
    long unbalanced() {
        return unbalanced.get();
    }

    @Override
    public void close() {
        isEnding = true;
    }
}
