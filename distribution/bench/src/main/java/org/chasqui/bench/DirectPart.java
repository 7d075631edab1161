package org.chasqui.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The same fake Graph driven directly, with three HTTP clients in turns, and through the product as fast as it goes. The
 * rounds are interleaved, so that whatever else the machine does falls on all of them; the first round warms up.
 */
final class DirectPart {
    private static final int ROUNDS = 4;
    private static final int CALLERS = 32;
    private static final double CLIENT_SECONDS = 2.5;
    private static final double JOURNEY_SECONDS = 6;
    /** Enough that their limit of 1,000 each is not what is measured. */
    private static final int NUMBERS = 6;

    private static final int PEOPLE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHOSEN = "Apache HttpClient 5";

    private final Gateway gateway;
    private final Gateway sandboxHost;
    private final Report report;
    private final AtomicLong messages = new AtomicLong();

    DirectPart(Gateway gateway, Gateway sandboxHost, Report report) {
        this.gateway = gateway;
        this.sandboxHost = sandboxHost;
        this.report = report;
    }

    /**
     * One round through the product.
     *
     * @param accepted per second
     * @param sent per second, until nothing waited for Meta
     * @param merged messages per second that had all their statuses, until the last had, without the sandbox's delay
     */
    private record Journey(double accepted, double sent, double merged) {}

    /** Runs all rounds; answers whether everything went well. */
    boolean run() {
        var sandbox = new Sandbox(sandboxHost);
        var direct = sandbox.newAccount("Direct", "UNLIMITED", 1, null, 1);
        var account = sandbox.newAccount("Journey", "HIGH", NUMBERS, "default", 1);
        var results = new LinkedHashMap<String, List<ClosedLoop.Result>>();
        var journeys = new ArrayList<Journey>();
        Truth truth;
        try (var own = new ApacheCall(CALLERS);
                var database = Database.of(gateway)) {
            var customer = new Customer(gateway, own, false);
            customer.connect(account, sandbox.token());
            sandbox.reset();
            var calls = calls();
            for (int round = 0; round < ROUNDS; round++) {
                report.progress("direct and through Chasqui: round " + (round + 1) + " of " + ROUNDS
                        + (round == 0 ? " (warm-up)" : ""));
                for (var call : calls.entrySet()) {
                    var result = drive(call.getValue(), sandbox, direct);
                    if (round > 0) {
                        results.computeIfAbsent(call.getKey(), unused -> new ArrayList<>())
                                .add(result);
                    }
                }
                var journey = journey(customer, sandbox, account, database);
                if (round > 0) {
                    journeys.add(journey);
                }
            }
            calls.values().forEach(Call::close);
            truth = Truth.of(customer.acknowledged(database), sandbox, account, database);
        }
        print(results, journeys, truth);
        return truth.holds()
                && results.values().stream().flatMap(List::stream).allMatch(result -> result.failed() == 0);
    }

    private static Map<String, Call> calls() {
        var calls = new LinkedHashMap<String, Call>();
        calls.put(CHOSEN, new ApacheCall(CALLERS));
        calls.put("JDK HttpClient.send", new JdkCall());
        calls.put("HttpURLConnection", new UrlConnectionCall(CALLERS));
        return calls;
    }

    /** The body is what the product itself would post. */
    private ClosedLoop.Result drive(Call call, Sandbox sandbox, Sandbox.Account account) {
        var address = URI.create(sandbox.messagesAddress(account.numbers().get(0)));
        return ClosedLoop.run(CALLERS, CLIENT_SECONDS, Long.MAX_VALUE, unused -> {
            long index = messages.getAndIncrement();
            var body = "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"+4915"
                    + (10_000_000 + index % PEOPLE) + "\",\"type\":\"template\",\"template\":"
                    + "{\"name\":\"hello_chasqui\",\"language\":{\"code\":\"en_US\"},\"components\":[{\"type\":\"body\","
                    + "\"parameters\":[{\"type\":\"text\",\"text\":\"Ana\"}]}]},\"biz_opaque_callback_data\":\"direct-"
                    + index + ".1\"}";
            try {
                return call.post(address, sandbox.token(), body.getBytes(StandardCharsets.UTF_8))
                                .status()
                        == 200;
            } catch (IOException noAnswer) {
                return false;
            }
        });
    }

    private static Journey journey(Customer customer, Sandbox sandbox, Sandbox.Account account, Database database) {
        long before = customer.accepted();
        long read = database.progress().read();
        long begin = System.nanoTime();
        var accepted = ClosedLoop.run(CALLERS, JOURNEY_SECONDS, Long.MAX_VALUE, index -> {
            customer.send(account, index);
            return true;
        });
        long count = customer.accepted() - before;
        require(Pause.await(PATIENCE, Duration.ofMillis(20), database::isAllSent), "sent");
        double sent = (System.nanoTime() - begin) / 1e9;
        require(
                Pause.await(
                        PATIENCE,
                        Duration.ofMillis(20),
                        () -> database.progress().read() >= read + count),
                "merged");
        double merged = (System.nanoTime() - begin) / 1e9 - Sandbox.READ_AFTER / 1_000.0;
        require(
                Pause.await(
                        PATIENCE,
                        Duration.ofMillis(20),
                        () -> sandbox.counts().pending() == 0 && database.isAllMerged()),
                "quiet");
        return new Journey(count / accepted.seconds(), count / sent, count / Math.max(sent, merged));
    }

    private static void require(boolean done, String what) {
        if (!done) {
            throw new BenchFailed("The messages of a round were not all " + what + " within " + PATIENCE.toSeconds()
                    + " s; the product's log may say why.");
        }
    }

    private void print(Map<String, List<ClosedLoop.Result>> results, List<Journey> journeys, Truth truth) {
        var chosen = results.getOrDefault(CHOSEN, List.of());
        double rate = median(chosen.stream().map(ClosedLoop.Result::perSecond).toList());
        double cpu = median(chosen.stream().map(ClosedLoop.Result::cpuMicros).toList());
        var clients = new Table().line("", List.of("requests/s", "ratio", "CPU us/request", "ratio", "failed"));
        var json = report.json().putObject("direct");
        results.forEach((name, rounds) -> {
            double itsRate =
                    median(rounds.stream().map(ClosedLoop.Result::perSecond).toList());
            double itsCpu =
                    median(rounds.stream().map(ClosedLoop.Result::cpuMicros).toList());
            long failed = rounds.stream().mapToLong(ClosedLoop.Result::failed).sum();
            clients.line(
                    name,
                    List.of(
                            Table.number(itsRate),
                            Table.number(itsRate / rate),
                            Table.number(itsCpu),
                            Table.number(itsCpu / cpu),
                            Long.toString(failed)));
            json.putObject(name)
                    .put("requests_per_s", itsRate)
                    .put("cpu_us_per_request", itsCpu)
                    .put("rate_ratio", itsRate / rate)
                    .put("cpu_ratio", itsCpu / cpu)
                    .put("failed", failed);
        });
        report.section(
                "The fake Graph driven directly",
                "Closed loop, " + CALLERS + " callers, median of " + (ROUNDS - 1)
                        + " interleaved rounds; the sandbox shares the cores with the caller.",
                clients.text());

        double accepted = median(journeys.stream().map(Journey::accepted).toList());
        double sent = median(journeys.stream().map(Journey::sent).toList());
        double merged = median(journeys.stream().map(Journey::merged).toList());
        var journey = new Table()
                .line("", List.of("messages/s", "through Chasqui : direct"))
                .line("accepted", List.of(Table.number(accepted), Table.number(accepted / rate)))
                .line("sent to Meta", List.of(Table.number(sent), Table.number(sent / rate)))
                .line("all three statuses merged", List.of(Table.number(merged), Table.number(merged / rate)));
        report.section(
                "Through Chasqui as fast as it goes",
                "The same callers and rounds: each message is committed, sent, and gets three status webhooks. "
                        + truth.text(),
                journey.text());
        json.putObject("through_chasqui")
                .put("accepted_per_s", accepted)
                .put("sent_per_s", sent)
                .put("merged_per_s", merged)
                .put("sent_to_direct", sent / rate)
                .set("truth", truth.json());
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
