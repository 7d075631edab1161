package org.chasqui.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One-time codes and utility messages, one after the other, beside a campaign of the same number. Whoever gets no answer,
 * because the product was just killed, asks again with the same idempotency key, as the documentation says.
 */
final class Singles implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration AGAIN = Duration.ofMillis(500);
    /** A start after a kill may take minutes on a busy machine. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Gateway gateway;
    private final String number;
    private final ApacheCall call = new ApacheCall(1);
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Histogram waits = new AtomicHistogram(LONGEST.toMillis(), 3);
    private final AtomicLong askedAgain = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final Thread thread = new Thread(this::run, "single messages");
    private volatile boolean isEnding;

    Singles(Gateway gateway, String number) {
        this.gateway = gateway;
        this.number = number;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        for (int i = 0; !isEnding; i++) {
            send(i);
            Pause.of(BETWEEN);
        }
    }

    private void send(int index) {
        var to = "+4917" + (10_000_000 + index);
        var body = index % 2 == 0 ? Bodies.code(number, to) : Bodies.hello(number, to);
        long begin = System.nanoTime();
        boolean first = true;
        var answer = post(index, body);
        long end = begin + LONGEST.toNanos();
        while (answer == null && System.nanoTime() < end) {
            first = false;
            Pause.of(AGAIN);
            answer = post(index, body);
        }
        if (answer == null) {
            unanswered.incrementAndGet();
            return;
        }
        acknowledged.add(answer.get("id").asText());
        if (first && answer.hasNonNull("wamid")) {
            waits.recordValue(Math.min(LONGEST.toMillis(), (System.nanoTime() - begin) / 1_000_000));
        } else {
            askedAgain.incrementAndGet();
        }
    }

    /** The answer waits until Meta has the message. */
    private @Nullable JsonNode post(int index, String body) {
        try {
            var answer = call.post(
                    URI.create(gateway.url() + "/api/v1/whatsapp/messages"),
                    gateway.key(),
                    body.getBytes(StandardCharsets.UTF_8),
                    List.of("Prefer", "wait=10", "Idempotency-Key", "chaos-" + index));
            return answer.status() / 100 == 2 ? Json.read(answer.body()) : null;
        } catch (IOException | UncheckedIOException notThere) {
            return null;
        }
    }

    /** The ids of the messages that were accepted. */
    Collection<String> acknowledged() {
        return acknowledged;
    }

    /** Milliseconds from the call until Meta had the message, of those that were answered at the first try. */
    Histogram waits() {
        return waits;
    }

    /** How many met a kill, or were not with Meta within ten seconds. */
    long askedAgain() {
        return askedAgain.get();
    }

    /** How many were never accepted, however often they were asked for. */
    long unanswered() {
        return unanswered.get();
    }

    /** Sends no more, and returns when the last one has its answer. */
    @Override
    public void close() {
        isEnding = true;
        try {
            thread.join(Duration.ofSeconds(60).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        call.close();
    }
}
