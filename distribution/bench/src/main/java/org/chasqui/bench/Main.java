package org.chasqui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the benchmark; see {@link Command} for what it needs and how it exits. */
public final class Main {
    /** Beyond the load itself: starts, rounds, catching up. Whoever waits longer waits for something that hangs. */
    private static final Duration MARGIN = Duration.ofMinutes(14);

    /** Ten million messages are not written in a moment. */
    private static final Duration MAKING = Duration.ofMinutes(45);

    private final Options options;
    private final Path repository;
    private final Report report = new Report(System.out);
    private final List<Gateway> gateways = Collections.synchronizedList(new ArrayList<>());

    private Main(Options options, Path repository) {
        this.options = options;
        this.repository = repository;
    }

    /** See {@code bin/bench --help}. */
    public static void main(String[] arguments) {
        Command.run("The benchmark", repository -> new Main(Options.parse(arguments), repository).run());
    }

    private boolean run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "stop the product"));
        watch();
        facts();
        boolean kept = true;
        try {
            var gateway = gateway("product");
            if (options.runs(Options.Part.START)) {
                kept &= new StartPart(gateway, report).run();
            }
            var sandboxHost = gateway;
            if (options.separateSandbox()) {
                gateway.close();
                sandboxHost = gateway("sandbox");
                report.progress("starting the sandbox in a process of its own");
                sandboxHost.start();
                gateway = gateway("product").against(sandboxHost);
            }
            if (!gateway.isAlive() && options.needsProduct()) {
                report.progress("starting the product");
                gateway.start();
            }
            if (options.runs(Options.Part.LOAD)) {
                kept &= new LoadPart(options, gateway, sandboxHost, report).run();
            }
            if (options.runs(Options.Part.MIXED)) {
                kept &= new MixedPart(options, gateway, sandboxHost, report).run();
            }
            if (options.runs(Options.Part.BACKLOG)) {
                kept &= new BacklogPart(gateway, sandboxHost, report).run();
            }
            if (options.runs(Options.Part.DIRECT)) {
                kept &= new DirectPart(gateway, sandboxHost, report).run();
            }
            if (options.runs(Options.Part.DIALECTS)) {
                kept &= new DialectsPart(options, gateway, sandboxHost, report).run();
            }
            if (options.runs(Options.Part.ANALYTICS)) {
                // Last: its messages were never sent, and what follows would count them.
                kept &= new AnalyticsPart(options, gateway, report).run();
            }
            complaints(gateway);
        } finally {
            report.progress("stopping");
            closeAll();
        }
        report.json().put("promise_kept", kept);
        report.say(
                "\nOnly ratios within one run can be compared: machines differ, and the same machine an hour later too.");
        report.say(
                kept
                        ? "Nothing was lost, nothing was posted twice, every count equals its rows."
                        : "A PROMISE WAS BROKEN: see the lines with lost, dup and rollup_diff above, and what did not catch up.");
        report.finish(repository.resolve("target/bench/result.json"));
        return kept;
    }

    private Gateway gateway(String name) {
        int port = name.equals("product") ? options.port() : 0;
        var gateway = new Gateway(repository, repository.resolve("target/bench").resolve(name), port, options.jvm());
        gateways.add(gateway);
        return gateway;
    }

    /** Ends a run that hangs. */
    private void watch() {
        long load =
                options.warmUp() + (long) options.seconds() * options.rates().size();
        if (options.runs(Options.Part.DIALECTS)) {
            load += DialectsPart.seconds(options);
        }
        var limit = MARGIN.plusSeconds(load + 60L * options.rates().size());
        var most = options.runs(Options.Part.ANALYTICS) ? limit.plus(MAKING) : limit;
        Pause.limit(most, "The benchmark stopped: it took longer than " + most.toSeconds() + " s.");
    }

    private void closeAll() {
        synchronized (gateways) {
            gateways.forEach(Gateway::close);
        }
    }

    private void complaints(Gateway gateway) {
        try (var database = Database.of(gateway)) {
            var troubles = database.troubles();
            var list = report.json().putArray("calls_not_accepted");
            troubles.forEach(list::add);
            if (!troubles.isEmpty()) {
                report.say("\nCalls to Meta that were not accepted at once:");
                troubles.forEach(line -> report.say("  " + line));
            }
        }
        long unavailable = Rest.unavailable();
        report.json().put("control_answers_503", unavailable);
        if (unavailable > 0) {
            report.say("\nAdministrative calls answered with 503 and asked again: " + unavailable);
        }
        var complaints = gateway.data().complaints();
        report.json().put("log_complaints", complaints.size());
        if (!complaints.isEmpty()) {
            report.say("\nThe product's log has " + complaints.size() + " warnings or errors; the most frequent:");
            var kinds = new TreeMap<String, Long>();
            // Without date and time, and without what differs from line to line.
            complaints.forEach(line -> kinds.merge(shortened(line), 1L, Long::sum));
            kinds.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .limit(5)
                    .forEach(kind -> report.say("  " + kind.getValue() + " x " + kind.getKey()));
        }
    }

    private static String shortened(String line) {
        var text = line.replaceFirst("^\\S+ \\S+ ", "").replaceAll("[0-9a-f-]{6,}", "…");
        return text.substring(0, Math.min(160, text.length()));
    }

    private void facts() {
        var processor = first(Path.of("/proc/cpuinfo"), "model name").replaceAll("^.*:\\s*", "");
        var memory = first(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "");
        var load = first(Path.of("/proc/loadavg"), "").split(" ");
        long gigabytes = memory.isEmpty() ? 0 : Long.parseLong(memory) / 1_048_576;
        report.json()
                .putObject("machine")
                .put("at", Instant.now().toString())
                .put("cores", Effort.CORES)
                .put("processor", processor)
                .put("memory_gb", gigabytes)
                .put("load_average", load[0])
                .put("jdk", System.getProperty("java.runtime.version"))
                .put("kernel", System.getProperty("os.version"));
        report.json()
                .putObject("options")
                .put("seconds", options.seconds())
                .put("warm_up", options.warmUp())
                .put("numbers", options.numbers())
                .put("webhook_batch", options.webhookBatch())
                .put("meta_delay_ms", options.metaDelay())
                .put("callers", options.callers())
                .put("through", options.through().word())
                .put("idempotency_keys", options.idempotencyKeys())
                .put("separate_sandbox", options.separateSandbox());
        report.progress(Effort.CORES + " cores (" + processor + "), " + gigabytes + " GB, load average " + load[0]
                + ", Java " + System.getProperty("java.runtime.version"));
    }

    private static String first(Path file, String beginning) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(beginning)).findFirst().orElse("");
        } catch (IOException noLinux) {
            throw new BenchFailed(file + " cannot be read: the benchmark needs Linux.", noLinux);
        }
    }
}
