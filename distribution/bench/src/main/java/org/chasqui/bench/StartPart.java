package org.chasqui.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How long a start takes: the very first, a later one, and one after a kill -9 with messages waiting. */
final class StartPart {
    private static final int BACKLOG = 3_000;
    private static final int CALLERS = 32;
    /** Answers that come this late keep a number's 128 connections at 64 messages per second, so that a backlog grows. */
    private static final int SLOW_MILLIS = 2_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Gateway gateway;
    private final Report report;

    /** @param gateway was never started; runs afterwards */
    StartPart(Gateway gateway, Report report) {
        this.gateway = gateway;
        this.report = report;
    }

    /** Measures; answers whether nothing was lost. */
    boolean run() {
        report.progress("first start");
        double first = gateway.start();
        report.progress("stop and later start");
        double stop = gateway.stop();
        double later = gateway.start();
        report.progress("kill -9 with about " + BACKLOG + " messages waiting, and start");
        var sandbox = new Sandbox(gateway);
        var account = sandbox.newAccount("Start", "HIGH", 1, "default", 1);
        try (var call = new ApacheCall(CALLERS)) {
            var customer = new Customer(gateway, call, false);
            customer.connect(account, sandbox.token());
            sandbox.answerAfter(account.numbers().get(0), SLOW_MILLIS);
            ClosedLoop.run(CALLERS, PATIENCE.toSeconds(), BACKLOG, index -> {
                customer.send(account, 0);
                return true;
            });
            long sentBefore = sandbox.counts().accepted();
            gateway.kill9();
            var firstSend = CompletableFuture.supplyAsync(() -> firstSend(sandbox));
            double again = gateway.start();
            double sending = firstSend.join();
            double drained;
            Truth truth;
            try (var database = Database.of(gateway)) {
                boolean quiet = Pause.await(
                        PATIENCE,
                        LOOK,
                        () -> database.isAllSent() && sandbox.counts().pending() == 0 && database.isAllMerged());
                drained = quiet ? (System.nanoTime() - gateway.begunAt()) / 1e9 : -1;
                truth = Truth.of(customer.acknowledged(database), sandbox, account, database);
            }
            print(first, stop, later, customer.accepted() - sentBefore, again, sending, drained, truth);
            return truth.holds() && drained >= 0 && sending >= 0;
        }
    }

    /** Seconds from the start of the process until the sandbox has taken a message again. */
    private double firstSend(Sandbox sandbox) {
        boolean seen = Pause.await(PATIENCE.multipliedBy(2), LOOK, () -> {
            try {
                return sandbox.counts().accepted() > 0;
            } catch (BenchFailed notYetThere) {
                return false;
            }
        });
        return seen ? (System.nanoTime() - gateway.begunAt()) / 1e9 : -1;
    }

    private void print(
            double first,
            double stop,
            double later,
            long backlog,
            double again,
            double sending,
            double drained,
            Truth truth) {
        var table = new Table()
                .line("first start to ready, s", List.of(Table.seconds(first)))
                .line("later start to ready, s", List.of(Table.seconds(later)))
                .line("stop in order, s", List.of(Table.seconds(stop)))
                .line("after kill -9: start to ready, s", List.of(Table.seconds(again)))
                .line("after kill -9: start to first send, s", List.of(Table.seconds(sending)))
                .line("after kill -9: start to all sent and merged, s", List.of(Table.seconds(drained)));
        report.section("Start", backlog + " messages were waiting at the kill. " + truth.text(), table.text());
        report.json()
                .putObject("start")
                .put("first_ready_s", first)
                .put("later_ready_s", later)
                .put("stop_s", stop)
                .put("killed_ready_s", again)
                .put("killed_first_send_s", sending)
                .put("killed_quiet_s", drained)
                .put("backlog", backlog)
                .set("truth", truth.json());
    }
}
