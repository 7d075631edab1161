package org.chasqui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The same load offered to the native API and to each dialect in turn, within one run, so that the ratio says what a dialect costs.
 * The native API is measured first and last: what the machine does meanwhile shows in the difference.
 */
final class DialectsPart {
    private static final int WARM_UP_RATE = 200;
    private static final int WARM_UP_SECONDS = 5;

    private final Options options;
    private final Gateway gateway;
    private final Gateway sandboxHost;
    private final Report report;

    DialectsPart(Options options, Gateway gateway, Gateway sandboxHost, Report report) {
        this.options = options;
        this.gateway = gateway;
        this.sandboxHost = sandboxHost;
        this.report = report;
    }

    /** What was offered to one API. */
    private record Measured(Through through, Step step) {
        double microsPerMessage() {
            return step.microsPerMessage(
                    step.wholeEffort().product() + step.wholeEffort().database());
        }
    }

    /** How long it takes when everything catches up at once. */
    static long seconds(Options options) {
        return (long) turns().size() * (options.seconds() + WARM_UP_SECONDS + 60);
    }

    private static List<Through> turns() {
        var turns = new ArrayList<>(List.of(Through.values()));
        turns.add(Through.CHASQUI);
        return turns;
    }

    /** Measures; answers whether the promise was kept through each. */
    boolean run() {
        var sandbox = new Sandbox(sandboxHost);
        var load = new LoadPart(options, gateway, sandboxHost, report);
        int rate = options.rates().stream().mapToInt(Integer::intValue).max().orElseThrow();
        var measured = new ArrayList<Measured>();
        try (var call = new ApacheCall(options.callers());
                var database = Database.of(gateway)) {
            for (var through : turns()) {
                report.progress("through " + through.word() + ": " + rate + "/s for " + options.seconds() + " s");
                // An account of its own: what one has left behind in counts and conversations is not the next one's.
                var account = sandbox.newAccount(
                        through.word(), "HIGH", options.numbers(), "default", options.webhookBatch());
                var customer = new Customer(gateway, call, options.idempotencyKeys(), through);
                customer.connect(account, sandbox.token());
                load.step(WARM_UP_RATE, WARM_UP_SECONDS, customer, sandbox, account, database);
                var step = load.step(rate, options.seconds(), customer, sandbox, account, database);
                measured.add(new Measured(through, step));
                report.progress("      accepted " + step.speed().accepted() + "/s, sent "
                        + step.speed().sent() + "/s, " + step.truth().text());
            }
        }
        print(rate, measured);
        return measured.stream()
                .allMatch(one -> one.step().truth().holds() && one.step().caughtUp());
    }

    private void print(int rate, List<Measured> measured) {
        double accepted = ofNative(measured, one -> (double) one.step().speed().accepted());
        double cpu = ofNative(measured, Measured::microsPerMessage);
        var table = new Table();
        line(table, measured, "", one -> one.through().word());
        line(
                table,
                measured,
                "accepted/s",
                one -> Long.toString(one.step().speed().accepted()));
        line(
                table,
                measured,
                "  : native",
                one -> Table.number(one.step().speed().accepted() / accepted));
        line(
                table,
                measured,
                "sent to Meta/s",
                one -> Long.toString(one.step().speed().sent()));
        line(
                table,
                measured,
                "not accepted",
                one -> one.step().failures().isEmpty()
                        ? "0"
                        : one.step().failures().toString());
        line(table, measured, "answered with a wamid, %", DialectsPart::percentWithWamid);
        line(
                table,
                measured,
                "answer p50, ms",
                one -> Step.millis(one.step().loop().latency(), 50));
        line(
                table,
                measured,
                "answer p99, ms",
                one -> Step.millis(one.step().loop().latency(), 99));
        line(
                table,
                measured,
                "all sent after, s",
                one -> Table.seconds(one.step().sentAfter()));
        line(table, measured, "CPU per message, us", one -> Table.number(one.microsPerMessage()));
        line(table, measured, "  : native", one -> Table.number(one.microsPerMessage() / cpu));
        line(
                table,
                measured,
                "lost / dup / rollup_diff",
                one -> one.step().truth().lost() + " / " + one.step().truth().duplicated() + " / "
                        + one.step().truth().rollupDifference());
        report.section(
                "Through the dialects",
                "Open loop, " + rate
                        + " messages a second offered to one API after the other; ratios to the mean of the"
                        + " two native turns. dialog360 and graph wait for Meta's answer, waabot sends texts.",
                table.text());
        var json = report.json().putArray("dialects");
        measured.forEach(one -> json.addObject()
                .put("through", one.through().word())
                .put("accepted_to_native", one.step().speed().accepted() / accepted)
                .put("cpu_to_native", one.microsPerMessage() / cpu)
                .set("step", one.step().json()));
    }

    private static String percentWithWamid(Measured one) {
        return one.through().waitsForMeta() ? one.step().percentWithWamid() : "-";
    }

    private static double ofNative(List<Measured> measured, Function<Measured, Double> value) {
        return measured.stream()
                .filter(one -> one.through() == Through.CHASQUI)
                .mapToDouble(value::apply)
                .average()
                .orElse(1);
    }

    private static void line(Table table, List<Measured> measured, String name, Function<Measured, String> value) {
        table.line(name, measured.stream().map(value).toList());
    }
}
