package org.chasqui.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What is done to a campaign while it runs: kill -9, pauses, a pause that is killed, and a Meta that throttles and fails. */
final class Assault {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(12);
    private static final Duration STILLNESS = Duration.ofSeconds(3);
    private static final int THROTTLED = 300;
    private static final int TROUBLED = 300;

    /** Meta's code for a number that sends too fast. */
    private static final int TOO_FAST = 130429;

    /** Meta's code for a service of its own that is not available. */
    private static final int SERVICE_DOWN = 131016;

    private final Gateway gateway;
    private final Sandbox sandbox;
    private final Rest api;
    private final String campaign;
    private final String number;
    private final Report report;
    private final List<Double> starts = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();
    private final List<Stillness> stillnesses = new ArrayList<>();
    private int kills;

    Assault(Gateway gateway, Sandbox sandbox, Rest api, String campaign, String number, Report report) {
        this.gateway = gateway;
        this.sandbox = sandbox;
        this.api = api;
        this.campaign = campaign;
        this.number = number;
        this.report = report;
    }

    /**
     * A time in which nothing of the campaign may go.
     *
     * @param from when the call that pauses was answered
     * @param until when the call that resumes was made
     */
    record Stillness(Instant from, Instant until) {}

    private enum Deed {
        KILL,
        PAUSE,
        KILL_WHILE_PAUSED,
        THROTTLE,
        TROUBLE
    }

    /** Does all of it, spread evenly over the messages. */
    void run(ChaosOptions options) {
        var deeds = deeds(options.kills(), options.pauses());
        for (int i = 0; i < deeds.size(); i++) {
            long posts = (i + 1) * (long) (options.recipients() * 0.9) / (deeds.size() + 1);
            if (!Pause.await(PATIENCE, LOOK, () -> sandbox.counts().accepted() >= posts || isOver())) {
                throw new BenchFailed("Meta has not got " + posts + " messages within " + PATIENCE.toMinutes()
                        + " minutes: " + api.get(campaign).get("counts"));
            }
            if (isOver()) {
                throw new BenchFailed("The campaign was over after " + i + " of " + deeds.size()
                        + " deeds: give it more --recipients, or fewer --kills and --pauses.");
            }
            doing(deeds.get(i), posts);
        }
    }

    /** Kills and pauses by turns; every second pause is killed. */
    private static List<Deed> deeds(int kills, int pauses) {
        var deeds = new ArrayList<Deed>();
        int left = kills;
        for (int i = 0; i < pauses || left > 0; i++) {
            if (left > 0) {
                deeds.add(Deed.KILL);
                left--;
            }
            if (i < pauses) {
                boolean isKilled = i % 2 == 1 && left > 0;
                deeds.add(isKilled ? Deed.KILL_WHILE_PAUSED : Deed.PAUSE);
                left -= isKilled ? 1 : 0;
            }
            if (i == 0) {
                deeds.add(Deed.THROTTLE);
                deeds.add(Deed.TROUBLE);
            }
        }
        return deeds;
    }

    private void doing(Deed deed, long posts) {
        var now = posts + " messages: ";
        switch (deed) {
            case KILL -> {
                report.progress(now + "kill -9");
                killAndStart();
            }
            case PAUSE -> {
                report.progress(now + "pause");
                var from = pause();
                resume(from);
            }
            case KILL_WHILE_PAUSED -> {
                report.progress(now + "pause, and kill -9");
                var from = pause();
                killAndStart();
                demandPaused();
                resume(from);
            }
            case THROTTLE -> {
                report.progress(now + "Meta throttles the number");
                sandbox.misbehave(number, "429", 0, THROTTLED);
            }
            case TROUBLE -> {
                report.progress(now + "a service of Meta is down");
                sandbox.misbehave(number, "refused", SERVICE_DOWN, TROUBLED);
            }
        }
    }

    private void killAndStart() {
        gateway.kill9();
        kills++;
        starts.add(gateway.start());
    }

    /** Measures how long it takes until the last call has its answer; answers when the pause began. */
    private Instant pause() {
        long begin = System.nanoTime();
        api.post(campaign + "/pause", null);
        var from = Instant.now();
        if (!Pause.await(
                Duration.ofSeconds(60), LOOK, () -> counts().get("sending").asLong() == 0)) {
            throw new BenchFailed("A minute after the pause messages are still being sent: " + counts());
        }
        pauses.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        demandPaused();
        return from;
    }

    private void demandPaused() {
        Pause.of(STILLNESS);
        var status = api.get(campaign).get("status").asText();
        if (!status.equals("paused")) {
            throw new BenchFailed("The campaign was paused, and is " + status + ".");
        }
    }

    private void resume(Instant from) {
        stillnesses.add(new Stillness(from, Instant.now()));
        api.post(campaign + "/resume", null);
    }

    private boolean isOver() {
        return api.get(campaign).get("status").asText().equals("finished");
    }

    private JsonNode counts() {
        return api.get(campaign).get("counts");
    }

    int kills() {
        return kills;
    }

    /** When nothing of the campaign was to go. */
    List<Stillness> stillnesses() {
        return stillnesses;
    }

    /** Whether Meta has really throttled and failed as often as it was told to; true when it was not told to. */
    boolean wasMetaAsBadAsWanted(ChaosOptions options) {
        return options.kills() + options.pauses() == 0
                || sandbox.refused(TOO_FAST) >= THROTTLED && sandbox.refused(SERVICE_DOWN) >= TROUBLED;
    }

    /** How often Meta throttled, and was down. */
    String metaText() {
        return sandbox.refused(TOO_FAST) + " throttled, " + sandbox.refused(SERVICE_DOWN)
                + " met a service that was down";
    }

    /** How many messages may be uncertain because of us: on the wire at a kill, or met by Meta's trouble. */
    long uncertainAtMost(int connections) {
        return (long) kills * connections + TROUBLED;
    }

    /** Milliseconds from each pause until the last call on the wire had its answer. */
    List<Long> pauses() {
        return pauses;
    }

    void write(ObjectNode json) {
        json.put("kills", kills);
        var seconds = json.putArray("start_after_kill_s");
        starts.forEach(seconds::add);
        var millis = json.putArray("pause_ms");
        pauses.forEach(millis::add);
    }

    String text() {
        return kills + " kills (ready again after "
                + starts.stream().map(Table::number).toList() + " s), " + pauses.size()
                + " pauses (the last call on the wire ended after " + pauses + " ms)";
    }
}
