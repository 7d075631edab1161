package org.chasqui.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One-time codes while a large backlog of marketing drains from the same number: how long each takes from the call of the
 * API until Meta has it, and how long when nothing else is to do. The number is one of 80 messages per second first; then
 * Meta raises it to 1,000, and the backlog drains as fast as the machine goes.
 */
final class BacklogPart {
    private static final int BACKLOG = 50_000;
    private static final int BATCH = 1_000;
    private static final int CODES_PER_SECOND = 10;
    private static final int CODE_SECONDS = 20;
    private static final int WARM_UP_SECONDS = 5;
    private static final int CALLERS = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Gateway gateway;
    private final Gateway sandboxHost;
    private final Report report;
    private final AtomicLong people = new AtomicLong();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicLong failed = new AtomicLong();

    BacklogPart(Gateway gateway, Gateway sandboxHost, Report report) {
        this.gateway = gateway;
        this.sandboxHost = sandboxHost;
        this.report = report;
    }

    /**
     * Codes sent at a constant rate.
     *
     * @param latency from due until the answer that says that Meta has it, microseconds
     * @param drained marketing messages that went out per second meanwhile
     * @param left marketing messages that waited at the end
     */
    private record Codes(String meanwhile, Histogram latency, double drained, long left) {
        double p(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    /** Measures; answers whether the promise was kept and every code was accepted. */
    boolean run() {
        var sandbox = new Sandbox(sandboxHost);
        var account = sandbox.newAccount("Backlog", "STANDARD", 1, "default", 10);
        var number = account.numbers().get(0);
        var measured = new ArrayList<Codes>();
        Truth truth;
        try (var call = new ApacheCall(CALLERS);
                var database = Database.of(gateway)) {
            var connection = new Customer(gateway, call, false);
            connection.connect(account, sandbox.token());
            sandbox.reset();
            report.progress("one-time codes: " + CODES_PER_SECOND + "/s with nothing else to do");
            codes("warm-up", WARM_UP_SECONDS, number, call, database);
            measured.add(codes("nothing else", CODE_SECONDS, number, call, database));

            report.progress("giving " + BACKLOG + " marketing messages to the number");
            double accepted = giveBacklog(number, call);
            report.json().putObject("backlog").put("accepted_per_s", accepted);
            report.progress("      accepted " + Table.number(accepted) + "/s in batches of " + BATCH);
            measured.add(codes("80/s drain", CODE_SECONDS, number, call, database));

            sandbox.throughput(number, "HIGH");
            connection.connect(account, sandbox.token());
            measured.add(codes("1,000/s drain", CODE_SECONDS, number, call, database));
            report.progress("waiting for the rest of the backlog: " + database.waiting());
            if (!Pause.await(PATIENCE, LOOK, database::isAllSent)
                    || !Pause.await(PATIENCE, LOOK, () -> sandbox.counts().pending() == 0 && database.isAllMerged())) {
                throw new BenchFailed("The backlog did not drain within " + PATIENCE.toMinutes() + " minutes.");
            }
            truth = Truth.of(acknowledged, sandbox, account, database);
        }
        print(measured, truth);
        return truth.holds() && failed.get() == 0;
    }

    private Codes codes(String meanwhile, int seconds, String number, ApacheCall call, Database database) {
        if (!meanwhile.equals("warm-up")) {
            report.progress("one-time codes meanwhile: " + meanwhile);
        }
        long waiting = database.waiting();
        var loop = new OpenLoop(CODES_PER_SECOND, seconds, CALLERS);
        var latency = loop.run(index -> code(number, call)).latency();
        long left = database.waiting();
        return new Codes(meanwhile, latency, (waiting - left) / (double) seconds, left);
    }

    /** The answer waits until Meta has the code. */
    private void code(String number, ApacheCall call) {
        var answer = post(call, "/messages", Bodies.code(number, person()), "wait=10");
        if (answer == null || !answer.hasNonNull("wamid")) {
            failed.incrementAndGet();
        }
        if (answer != null) {
            acknowledged.add(answer.get("id").asText());
        }
    }

    private double giveBacklog(String number, ApacheCall call) {
        var result = ClosedLoop.run(4, PATIENCE.toSeconds(), BACKLOG / BATCH, index -> {
            var body = new StringBuilder("{\"messages\":[");
            for (int i = 0; i < BATCH; i++) {
                body.append(i == 0 ? "" : ",").append(Bodies.offer(number, person()));
            }
            var answer = post(call, "/messages/batch", body.append("]}").toString(), null);
            if (answer == null || answer.get("accepted").asInt() != BATCH) {
                failed.incrementAndGet();
                return false;
            }
            answer.get("results")
                    .forEach(message -> acknowledged.add(message.get("id").asText()));
            return true;
        });
        return BACKLOG / result.seconds();
    }

    private String person() {
        return "+4916" + (10_000_000 + people.getAndIncrement() % 80_000_000);
    }

    private @Nullable JsonNode post(ApacheCall call, String path, String body, @Nullable String prefer) {
        try {
            var answer = call.post(
                    URI.create(gateway.url() + "/api/v1/whatsapp" + path),
                    gateway.key(),
                    body.getBytes(StandardCharsets.UTF_8),
                    prefer == null ? List.of() : List.of("Prefer", prefer));
            return answer.status() / 100 == 2 ? Json.read(answer.body()) : null;
        } catch (IOException noAnswer) {
            return null;
        }
    }

    private void print(List<Codes> measured, Truth truth) {
        double idle = measured.get(0).p(99);
        var table = new Table()
                .line(
                        "one-time codes meanwhile",
                        measured.stream().map(Codes::meanwhile).toList())
                .line("until Meta has it p50, ms", column(measured, codes -> codes.p(50)))
                .line("until Meta has it p99, ms", column(measured, codes -> codes.p(99)))
                .line("p99 : p99 with nothing else", column(measured, codes -> codes.p(99) / idle))
                .line("marketing sent/s", column(measured, Codes::drained))
                .line("marketing waiting at the end", column(measured, Codes::left));
        report.section(
                "One-time codes in front of a backlog",
                CODES_PER_SECOND + " codes per second by the number that " + BACKLOG
                        + " marketing messages wait for, from due until Meta has them. " + truth.text()
                        + (failed.get() > 0 ? " not accepted=" + failed.get() : ""),
                table.text());
        var json = report.json().withObject("/backlog");
        json.set("truth", truth.json());
        json.put("not_accepted", failed.get());
        var list = json.putArray("codes");
        measured.forEach(codes -> list.addObject()
                .put("meanwhile", codes.meanwhile())
                .put("p50_ms", codes.p(50))
                .put("p99_ms", codes.p(99))
                .put("marketing_per_s", codes.drained())
                .put("left", codes.left()));
    }

    private static List<String> column(List<Codes> measured, ToDoubleFunction<Codes> value) {
        return measured.stream()
                .map(codes -> Table.number(value.applyAsDouble(codes)))
                .toList();
    }
}
