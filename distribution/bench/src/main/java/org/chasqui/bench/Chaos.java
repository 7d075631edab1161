package org.chasqui.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Prints the fault figures; see {@link Command} for what it needs and how it exits. */
public final class Chaos {
    private static final Duration LONGEST = Duration.ofMinutes(60);

    private final ChaosOptions options;
    private final Path repository;
    private final Path folder;
    private final Report report = new Report(System.out);
    private final List<Gateway> gateways = Collections.synchronizedList(new ArrayList<>());

    private Chaos(ChaosOptions options, Path repository) {
        this.options = options;
        this.repository = repository;
        this.folder = repository.resolve("target/chaos");
    }

    /** See {@code bin/chaos --help}. */
    public static void main(String[] arguments) {
        Command.run("The test", repository -> new Chaos(ChaosOptions.parse(arguments), repository).run());
    }

    private boolean run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "stop the product"));
        Pause.limit(LONGEST, "The test stopped: it took longer than " + LONGEST.toMinutes() + " minutes.");
        boolean kept = true;
        boolean isWhole = false;
        try {
            if (options.runs(ChaosOptions.Part.CAMPAIGN)) {
                kept &= campaign();
            }
            if (options.runs(ChaosOptions.Part.CSV)) {
                kept &= csv();
            }
            isWhole = true;
        } finally {
            report.progress("stopping");
            closeAll();
            // What one part has found is told also when the next one stops.
            report.json().put("promise_kept", isWhole && kept);
            report.say(isWhole ? verdict(kept) : "\nTHE TEST DID NOT COME TO ITS END: these are no verdict.");
            report.finish(folder.resolve("result.json"));
        }
        return kept;
    }

    private static String verdict(boolean kept) {
        return kept ? "\nEvery promise was kept." : "\nA PROMISE WAS BROKEN: see the lines above.";
    }

    private boolean campaign() {
        report.progress("starting the sandbox in a process of its own, and the product");
        var sandboxHost = gateway("sandbox", 0, List.of());
        sandboxHost.start();
        var gateway = gateway("product", options.port(), options.jvm())
                .against(sandboxHost)
                .with("CHASQUI_META_CALLBACK_OVERRIDE", "true");
        gateway.start();
        boolean kept = new CampaignPart(options, gateway, sandboxHost, folder, report).run();
        gateway.close();
        sandboxHost.close();
        return kept;
    }

    private boolean csv() {
        report.progress("starting the product for a long file");
        var collections = folder.resolve("collections.log");
        var jvm = new ArrayList<>(options.jvm());
        jvm.add("-Xlog:gc:file=" + collections);
        var gateway = gateway("long-file", options.port(), jvm);
        gateway.start();
        return new CsvPart(gateway, folder, collections, options.rows(), report).run();
    }

    private Gateway gateway(String name, int port, List<String> jvm) {
        var gateway = new Gateway(repository, folder.resolve(name), port, jvm);
        gateways.add(gateway);
        return gateway;
    }

    private void closeAll() {
        synchronized (gateways) {
            gateways.forEach(Gateway::close);
        }
    }
}
