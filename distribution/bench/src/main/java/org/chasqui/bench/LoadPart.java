package org.chasqui.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Templates sent at a constant rate from outside, their statuses coming back meanwhile. Each step waits until everything
 * is sent and merged, then compares what the customer was told with what Meta got.
 */
final class LoadPart {
    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);
    /** Sessions of PostgreSQL report their counts at most a second late. */
    private static final Duration STATISTICS_DELAY = Duration.ofMillis(1_200);

    private static final int WARM_UP_RATE = 500;
    /** Until then statuses of the first messages are still on their way. */
    private static final double UNSTEADY_SECONDS = 3;

    private final Options options;
    private final Gateway gateway;
    private final Gateway sandboxHost;
    private final Report report;

    LoadPart(Options options, Gateway gateway, Gateway sandboxHost, Report report) {
        this.options = options;
        this.gateway = gateway;
        this.sandboxHost = sandboxHost;
        this.report = report;
    }

    /** Runs all steps; answers whether the promise was kept in each. */
    boolean run() {
        var sandbox = new Sandbox(sandboxHost);
        var account = sandbox.newAccount("Load", "HIGH", options.numbers(), "default", options.webhookBatch());
        var steps = new ArrayList<Step>();
        try (var call = new ApacheCall(options.callers());
                var database = Database.of(gateway)) {
            var customer = new Customer(gateway, call, options.idempotencyKeys(), options.through());
            customer.connect(account, sandbox.token());
            if (options.warmUp() > 0) {
                report.progress("warming up: " + WARM_UP_RATE + "/s for " + options.warmUp() + " s");
                step(WARM_UP_RATE, options.warmUp(), customer, sandbox, account, database);
            }
            for (int rate : options.rates()) {
                report.progress("load: " + rate + "/s for " + options.seconds() + " s");
                var step = step(rate, options.seconds(), customer, sandbox, account, database);
                steps.add(step);
                report.progress("      accepted " + step.speed().accepted() + "/s, sent "
                        + step.speed().sent() + "/s, statuses " + step.speed().statuses() + "/s, "
                        + step.truth().text());
                if (!step.caughtUp()) {
                    report.progress("      it did not catch up within " + CATCH_UP.toSeconds()
                            + " s: higher rates are left out");
                    break;
                }
            }
        }
        print(steps);
        var json = report.json().putArray("load");
        steps.forEach(step -> json.add(step.json()));
        return steps.stream().allMatch(step -> step.truth().holds() && step.caughtUp());
    }

    /** One step: offers messages, waits until all is sent and merged, and compares what both ends say of it. */
    Step step(int rate, int seconds, Customer customer, Sandbox sandbox, Sandbox.Account account, Database database) {
        sandbox.reset();
        customer.clear();
        // The sandbox has just forgotten who has written.
        customer.openWindows(sandbox, account);
        Pause.await(CATCH_UP, LOOK, () -> sandbox.counts().pending() == 0 && database.isAllMerged());
        account.numbers().forEach(number -> {
            if (options.metaDelay() > 0) {
                sandbox.answerAfter(number, options.metaDelay());
            }
        });
        Pause.of(STATISTICS_DELAY);
        var work = database.work();
        var before = database.progress();
        var effort = Effort.now(gateway, sandboxHost);
        long since = System.currentTimeMillis();
        var loop = new OpenLoop(rate, seconds, options.callers());
        var watch = new Watch(database, sandbox, customer::accepted);
        var measured = loop.run(index -> customer.send(account, index));
        var loaded = Effort.now(gateway, sandboxHost);
        watch.close();
        long productMegabytes = Usage.residentMegabytes(gateway.pid());
        long databaseMegabytes = Usage.memoryOfTree(gateway.data().postmaster());

        long last = System.nanoTime();
        double sentAfter = secondsUntil(last, database::isAllSent);
        long all = customer.accepted();
        long read = before.read() + all - database.ended().size();
        double mergedAfter = secondsUntil(last, () -> isMerged(database, sandbox, read));
        var whole = Effort.now(gateway, sandboxHost).since(effort);
        Pause.of(STATISTICS_DELAY);
        return new Step(
                rate,
                all,
                customer.withWamid(),
                watch.perSecondAfter(UNSTEADY_SECONDS),
                measured,
                customer.failures(),
                sandbox.counts(),
                database.lag(since),
                sentAfter,
                mergedAfter < 0 ? mergedAfter : Math.max(0, mergedAfter - Sandbox.READ_AFTER / 1_000.0),
                loaded.since(effort),
                whole,
                database.work().since(work),
                productMegabytes,
                databaseMegabytes,
                Truth.of(customer.acknowledged(database), sandbox, account, database),
                watch.points());
    }

    private static boolean isMerged(Database database, Sandbox sandbox, long read) {
        return database.progress().read() >= read && sandbox.counts().pending() == 0 && database.isAllMerged();
    }

    private static double secondsUntil(long since, BooleanSupplier done) {
        return Pause.await(CATCH_UP, LOOK, done) ? (System.nanoTime() - since) / 1e9 : -1;
    }

    private void print(List<Step> steps) {
        var table = new Table();
        line(table, steps, "offered, messages/s", step -> Integer.toString(step.offered()));
        line(table, steps, "accepted/s", step -> Long.toString(step.speed().accepted()));
        line(table, steps, "sent to Meta/s", step -> Long.toString(step.speed().sent()));
        line(
                table,
                steps,
                "statuses merged/s",
                step -> Long.toString(step.speed().statuses()));
        line(
                table,
                steps,
                "not accepted",
                step -> step.failures().isEmpty() ? "0" : step.failures().toString());
        if (options.through().waitsForMeta()) {
            line(table, steps, "answered with a wamid, %", Step::percentWithWamid);
        }
        line(table, steps, "accept p50, ms", step -> Step.millis(step.loop().latency(), 50));
        line(table, steps, "accept p99, ms", step -> Step.millis(step.loop().latency(), 99));
        line(table, steps, "accept p99.9, ms", step -> Step.millis(step.loop().latency(), 99.9));
        line(
                table,
                steps,
                "webhook answer p50, ms",
                step -> Table.number(step.counts().webhookP50() / 1_000.0));
        line(
                table,
                steps,
                "webhook answer p99, ms",
                step -> Table.number(step.counts().webhookP99() / 1_000.0));
        line(
                table,
                steps,
                "commit to Meta p50, ms",
                step -> Long.toString(step.lag().get(0)));
        line(
                table,
                steps,
                "commit to Meta p99, ms",
                step -> Long.toString(step.lag().get(1)));
        line(table, steps, "all sent after, s", step -> Table.seconds(step.sentAfter()));
        line(table, steps, "all merged after, s", step -> Table.seconds(step.mergedAfter()));
        line(
                table,
                steps,
                "CPU product, %",
                step -> percent(step.effort(), step.effort().product()));
        line(
                table,
                steps,
                "CPU PostgreSQL, %",
                step -> percent(step.effort(), step.effort().database()));
        if (sandboxHost != gateway) {
            line(
                    table,
                    steps,
                    "CPU sandbox, %",
                    step -> percent(step.effort(), step.effort().sandbox()));
        }
        line(
                table,
                steps,
                "CPU generator, %",
                step -> percent(step.effort(), step.effort().generator()));
        line(
                table,
                steps,
                "CPU others, %",
                step -> percent(step.effort(), step.effort().others()));
        line(
                table,
                steps,
                "CPU per message, us",
                step -> Table.number(step.microsPerMessage(
                        step.wholeEffort().product() + step.wholeEffort().database())));
        line(table, steps, "memory product, MB", step -> Long.toString(step.productMegabytes()));
        line(table, steps, "memory PostgreSQL, MB", step -> Long.toString(step.databaseMegabytes()));
        line(
                table,
                steps,
                "commits per message",
                step -> Table.number(step.perMessage(step.work().commits())));
        line(
                table,
                steps,
                "log syncs per message",
                step -> Table.number(step.perMessage(step.work().syncs())));
        line(
                table,
                steps,
                "WAL bytes per message",
                step -> Table.number(step.perMessage(step.work().walBytes())));
        line(
                table,
                steps,
                "lost / dup / rollup_diff",
                step -> step.truth().lost() + " / " + step.truth().duplicated() + " / "
                        + step.truth().rollupDifference());
        report.section(
                "Load",
                (options.through() == Through.CHASQUI
                                ? ""
                                : "Through " + options.through().word() + ". ")
                        + "Open loop, latency from the time at which a message was due; CPU as share of all "
                        + Effort.CORES + " cores; \"product\" "
                        + (sandboxHost == gateway ? "includes the sandbox." : "does not include the sandbox."),
                table.text());
        for (var step : steps) {
            report.say("  threads of the product at " + step.offered() + "/s: "
                    + step.effort().busiestThreads(8));
        }
    }

    private static void line(Table table, List<Step> steps, String name, Function<Step, String> value) {
        table.line(name, steps.stream().map(value).toList());
    }

    private static String percent(Effort effort, double seconds) {
        return Table.number(effort.share(seconds));
    }
}
