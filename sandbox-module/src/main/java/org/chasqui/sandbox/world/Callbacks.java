package org.chasqui.sandbox.world;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** Brings updates to the callback of their account, again and again for seven days, as Meta does. */
final class Callbacks implements AutoCloseable {

    /** Pauses before the next try, in seconds; the last one repeats. */
    private static final int[] PAUSES = {1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600};

    private static final long GIVE_UP = 7 * 86_400_000L;

    private final Map<String, CallbackLine> lines = new ConcurrentHashMap<>();
    private final ExecutorService executor;
    private final Clock clock;
    private final Timetable timetable;
    private final Stats stats;
    private final LiveLog log;
    private final Supplier<String> appCallback;
    private final Reports reports;

    /** What the world wants to hear. */
    record Reports(String appSecret, Consumer<Update> acknowledged, LongPredicate isCurrent) {}

    Callbacks(
            Clock clock, Timetable timetable, Stats stats, LiveLog log, Supplier<String> appCallback, Reports reports) {
        this.clock = clock;
        this.timetable = timetable;
        this.stats = stats;
        this.log = log;
        this.appCallback = appCallback;
        this.reports = reports;
        AtomicInteger count = new AtomicInteger();
        executor = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "chasqui-sandbox-callback-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Sends an update for the first time. An account that nobody subscribed to has no webhooks. */
    void submit(Update update) {
        stats.updatesPending.incrementAndGet();
        dispatch(update);
    }

    /** Looks up the callbacks of all that waits again, because a subscription changed. */
    void reroute() {
        lines.values().forEach(line -> line.drain().forEach(this::dispatch));
    }

    /** Runs something beside the webhooks; left out when the sandbox is being closed. */
    void execute(Runnable task) {
        if (!executor.isShutdown()) {
            executor.execute(task);
        }
    }

    /** Stops; what was not acknowledged is in the journal. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(2, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** The lines that do not answer at present. */
    List<String> downLines() {
        return lines.values().stream()
                .filter(CallbackLine::isDown)
                .map(line -> line.uri().toString())
                .toList();
    }

    private void dispatch(Update update) {
        if (!reports.isCurrent().test(update.seq())) {
            // The sandbox was reset while this waited.
            stats.updatesPending.decrementAndGet();
            return;
        }
        Waba waba = update.waba();
        if (!waba.isSubscribed() && !isAlwaysTold(update)) {
            forget(
                    update,
                    "dropped: nobody subscribed to account " + waba.id() + " (POST /" + waba.id()
                            + "/subscribed_apps)");
            return;
        }
        // Meta: an account's own callback is for messages; everything else goes to that of the app.
        String override = update instanceof Update.NewsUpdate ? null : waba.overrideCallback();
        String url = override == null ? appCallback.get() : override;
        try {
            lines.computeIfAbsent(url, key -> new CallbackLine(URI.create(key), exchange, executor))
                    .offer(update);
        } catch (IllegalArgumentException e) {
            forget(update, "dropped: the callback is not an address: " + url);
        }
    }

    /** Meta tells partners of an account that they are about to get, or have just lost. */
    private static boolean isAlwaysTold(Update update) {
        return update instanceof Update.NewsUpdate news && news.notice().field().equals("account_update");
    }

    private void forget(Update update, String why) {
        stats.updatesPending.decrementAndGet();
        stats.updatesDropped.increment();
        reports.acknowledged().accept(update);
        log(update, why, -1);
    }

    private void log(Update update, String detail, int millis) {
        String title = (update instanceof Update.OfMessage ? "messages · " : "") + update.title();
        log.add(clock.millis(), LiveLog.Kind.WEBHOOK, update.numberId(), update.person(), title, detail, millis);
    }

    private long pauseAfter(int failures) {
        return PAUSES[Math.min(failures, PAUSES.length) - 1] * 1_000L;
    }

    private final CallbackLine.Exchange exchange = new CallbackLine.Exchange() {
        @Override
        public String appSecret() {
            return reports.appSecret();
        }

        @Override
        public void acknowledged(List<Update> updates, long micros) {
            stats.webhookPosts.increment();
            stats.acknowledgement.record(micros);
            stats.updatesAcknowledged.add(updates.size());
            stats.updatesPending.addAndGet(-updates.size());
            for (Update update : updates) {
                reports.acknowledged().accept(update);
                log(update, "answered 200", (int) (micros / 1000));
            }
        }

        @Override
        public void failed(List<Update> updates, int answer, String reason) {
            stats.webhookPosts.increment();
            stats.updatesRetried.add(updates.size());
            log(
                    updates.get(0),
                    reason + ", will be repeated (try " + (updates.get(0).attempts() + 1) + ")",
                    -1);
        }

        @Override
        public void retryLater(Update update) {
            if (clock.millis() - update.at() > GIVE_UP) {
                forget(update, "given up after seven days");
            } else {
                timetable.at(clock.millis() + pauseAfter(update.attempts()), () -> dispatch(update));
            }
        }

        @Override
        public void probeLater(CallbackLine line, int failures) {
            // A callback on this machine comes back quickly: never wait longer than a minute to find out.
            long pause = Math.min(pauseAfter(failures), 60_000);
            timetable.at(clock.millis() + pause, line::probe);
        }
    };
}
