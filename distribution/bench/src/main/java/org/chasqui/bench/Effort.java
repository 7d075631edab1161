package org.chasqui.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Processor seconds that were spent by whom, up to now or within a time.
 *
 * @param wall seconds on the clock
 * @param product the JVM of the product, with the sandbox unless that has a process of its own
 * @param database all processes of PostgreSQL
 * @param sandbox the process of the sandbox and its database, 0 when there is none
 * @param generator this process
 * @param machine everything on this machine
 * @param threads the product's threads by kind
 */
record Effort(
        double wall,
        double product,
        double database,
        double sandbox,
        double generator,
        double machine,
        Map<String, Double> threads) {

    static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Up to now. */
    static Effort now(Gateway product, Gateway sandboxHost) {
        boolean separate = sandboxHost != product;
        return new Effort(
                System.nanoTime() / 1e9,
                Usage.cpu(product.pid()),
                Usage.cpuOfTree(product.data().postmaster()),
                separate
                        ? Usage.cpu(sandboxHost.pid())
                                + Usage.cpuOfTree(sandboxHost.data().postmaster())
                        : 0,
                Usage.cpu(ProcessHandle.current().pid()),
                Usage.cpuOfMachine(),
                Usage.cpuByThreads(product.pid()));
    }

    Effort since(Effort before) {
        var spent = new TreeMap<String, Double>();
        threads.forEach((kind, seconds) -> spent.put(kind, seconds - before.threads.getOrDefault(kind, 0.0)));
        return new Effort(
                wall - before.wall,
                product - before.product,
                database - before.database,
                sandbox - before.sandbox,
                generator - before.generator,
                machine - before.machine,
                spent);
    }

    /** Seconds as percent of all cores for the time. */
    double share(double seconds) {
        return 100 * seconds / (wall * CORES);
    }

    /** What neither we nor the product did. */
    double others() {
        return Math.max(0, machine - product - database - sandbox - generator);
    }

    /** The kinds of threads that took the most, in percent of all cores. */
    String busiestThreads(int most) {
        var text = new StringBuilder();
        threads.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(most)
                .filter(entry -> share(entry.getValue()) >= 0.5)
                .forEach(entry -> text.append(text.isEmpty() ? "" : ", ")
                        .append(entry.getKey())
                        .append(String.format(Locale.ROOT, " %.0f %%", share(entry.getValue()))));
        return text.toString();
    }

    ObjectNode json() {
        var json = Json.object()
                .put("seconds", wall)
                .put("product_pct", share(product))
                .put("database_pct", share(database))
                .put("sandbox_pct", share(sandbox))
                .put("generator_pct", share(generator))
                .put("others_pct", share(others()))
                .put("machine_pct", share(machine));
        var kinds = json.putObject("product_threads_pct");
        threads.forEach((kind, seconds) -> {
            if (share(seconds) >= 0.1) {
                kinds.put(kind, share(seconds));
            }
        });
        return json;
    }
}
