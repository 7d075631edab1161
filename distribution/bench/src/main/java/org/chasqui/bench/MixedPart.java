package org.chasqui.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a business does all day, with its own server told of everything: templates of all categories, replies, pictures,
 * and people who write. Ends when every event has arrived at the receiver, which runs in this process.
 */
final class MixedPart {
    private static final int WARM_UP_SECONDS = 8;
    private static final int CALLERS = 128;
    private static final int REGULARS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String[] STEPS = {"message.accepted", "message.sent", "message.delivered", "message.read"};

    private final int rate;
    private final int seconds;
    private final Gateway gateway;
    private final Gateway sandboxHost;
    private final Report report;
    private final AtomicLong strangers = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();

    MixedPart(Options options, Gateway gateway, Gateway sandboxHost, Report report) {
        this.rate = options.mixedRate();
        this.seconds = options.seconds();
        this.gateway = gateway;
        this.sandboxHost = sandboxHost;
        this.report = report;
    }

    /** Measures; answers whether the promise was kept, also to the receiver. */
    boolean run() {
        var sandbox = new Sandbox(sandboxHost);
        var account = sandbox.newAccount("Mixed", "HIGH", 2, "default", 1);
        try (var call = new ApacheCall(CALLERS);
                var receiver = new EventReceiver();
                var database = Database.of(gateway)) {
            new Customer(gateway, call, false).connect(account, sandbox.token());
            sandbox.reset();
            var api = new Rest(gateway.url() + "/api/v1/whatsapp", gateway.key());
            var webhook = api.post(
                            "/webhooks",
                            Json.object()
                                    .put("url", receiver.url())
                                    .set("events", Json.MAPPER.createArrayNode().add("message.*")))
                    .get("id")
                    .asText();
            report.progress("mixed load: " + REGULARS + " people write first, so that they can be answered");
            for (int person = 0; person < REGULARS; person++) {
                write(sandbox, account, person);
            }
            load(Math.max(1, rate / 2), WARM_UP_SECONDS, sandbox, account, call);
            settle(sandbox, database, receiver);

            report.progress("mixed load with webhooks to the customer: " + rate + "/s for " + seconds + " s");
            long events = receiver.events();
            int messages = acknowledged.size();
            receiver.delay().reset();
            var before = Effort.now(gateway, sandboxHost);
            long begin = System.nanoTime();
            var loop = load(rate, seconds, sandbox, account, call);
            var effort = Effort.now(gateway, sandboxHost).since(before);
            double eventsPerSecond = (receiver.events() - events) / ((System.nanoTime() - begin) / 1e9);
            long last = System.nanoTime();
            settle(sandbox, database, receiver);
            double toldAfter = (System.nanoTime() - last) / 1e9 - Sandbox.READ_AFTER / 1_000.0;
            var whole = Effort.now(gateway, sandboxHost).since(before);
            api.delete("/webhooks/" + webhook);

            var truth = Truth.of(acknowledged, sandbox, account, database);
            long missing = missing(receiver);
            print(
                    loop,
                    receiver,
                    eventsPerSecond,
                    Math.max(0, toldAfter),
                    effort,
                    1e6 * (whole.product() + whole.database()) / Math.max(1, acknowledged.size() - messages),
                    missing,
                    truth);
            return truth.holds() && missing == 0 && failed.get() == 0;
        }
    }

    private OpenLoop.Measured load(
            int perSecond, int length, Sandbox sandbox, Sandbox.Account account, ApacheCall call) {
        var numbers = account.numbers();
        return new OpenLoop(perSecond, length, CALLERS).run(index -> {
            int regular = (int) (index % REGULARS);
            // A regular talks with one number only: the window is between the two.
            var number = numbers.get(regular % numbers.size());
            switch ((int) (index % 20)) {
                case 0, 1, 2 -> send(call, Bodies.offer(number, stranger()));
                case 3 -> send(call, Bodies.code(number, stranger()));
                case 4, 5, 6, 7 -> send(call, Bodies.text(number, regular(regular)));
                case 8 -> send(call, Bodies.picture(number, regular(regular)));
                case 9 -> write(sandbox, account, regular);
                default -> send(call, Bodies.hello(number, stranger()));
            }
        });
    }

    private String stranger() {
        return "+4917" + (10_000_000 + strangers.getAndIncrement() % 80_000_000);
    }

    private static String regular(int person) {
        return "+4915" + (90_000_000 + person);
    }

    private void write(Sandbox sandbox, Sandbox.Account account, int person) {
        var numbers = account.numbers();
        sandbox.write(numbers.get(person % numbers.size()), regular(person).substring(1), "Is my piece ready?");
        written.incrementAndGet();
    }

    private void send(ApacheCall call, String body) {
        try {
            var answer = call.post(
                    URI.create(gateway.url() + "/api/v1/whatsapp/messages"),
                    gateway.key(),
                    body.getBytes(StandardCharsets.UTF_8));
            if (answer.status() / 100 == 2) {
                acknowledged.add(Json.read(answer.body()).get("id").asText());
                return;
            }
        } catch (IOException noAnswer) {
            // Counted like a refusal.
        }
        failed.incrementAndGet();
    }

    private void settle(Sandbox sandbox, Database database, EventReceiver receiver) {
        Pause.await(
                PATIENCE, LOOK, () -> database.isAllSent() && sandbox.counts().pending() == 0);
        Pause.await(PATIENCE, LOOK, () -> database.isAllMerged() && missing(receiver) == 0);
    }

    /** Messages of which the receiver was not told all. */
    private long missing(EventReceiver receiver) {
        return receiver.missing(acknowledged, STEPS) + Math.max(0, written.get() - receiver.received());
    }

    private void print(
            OpenLoop.Measured loop,
            EventReceiver receiver,
            double eventsPerSecond,
            double toldAfter,
            Effort effort,
            double cpuMicros,
            long missing,
            Truth truth) {
        var delay = receiver.delay();
        var table = new Table()
                .line("offered/s", List.of(Integer.toString(rate)))
                .line("not accepted", List.of(Long.toString(failed.get())))
                .line("accept p50, ms", List.of(Step.millis(loop.latency(), 50)))
                .line("accept p99, ms", List.of(Step.millis(loop.latency(), 99)))
                .line("events to the customer/s", List.of(Table.number(eventsPerSecond)))
                .line("event until it is there p50, ms", List.of(Step.millis(delay, 50)))
                .line("event until it is there p99, ms", List.of(Step.millis(delay, 99)))
                .line("all told after, s", List.of(Table.seconds(toldAfter)))
                .line("CPU product, %", List.of(Table.number(effort.share(effort.product()))))
                .line("CPU PostgreSQL, %", List.of(Table.number(effort.share(effort.database()))))
                .line("CPU generator and receiver, %", List.of(Table.number(effort.share(effort.generator()))))
                .line("CPU per message, us", List.of(Table.number(cpuMicros)))
                .line("not told / told again", List.of(missing + " / " + receiver.repeated()))
                .line(
                        "lost / dup / rollup_diff",
                        List.of(truth.lost() + " / " + truth.duplicated() + " / " + truth.rollupDifference()));
        report.section(
                "Mixed load, the customer told of everything",
                "Half utility templates, 15 % marketing, 5 % codes, 25 % replies, 5 % people who write; one webhook for"
                        + " message.*, its receiver in the generator.",
                table.text());
        report.json()
                .putObject("mixed")
                .put("offered_per_s", rate)
                .put("not_accepted", failed.get())
                .put("accept_p50_ms", loop.latency().getValueAtPercentile(50) / 1_000.0)
                .put("accept_p99_ms", loop.latency().getValueAtPercentile(99) / 1_000.0)
                .put("events_per_s", eventsPerSecond)
                .put("event_p50_ms", delay.getValueAtPercentile(50) / 1_000.0)
                .put("event_p99_ms", delay.getValueAtPercentile(99) / 1_000.0)
                .put("told_after_s", toldAfter)
                .put("cpu_us_per_message", cpuMicros)
                .put("not_told", missing)
                .put("told_again", receiver.repeated())
                .set("truth", truth.json());
    }
}
